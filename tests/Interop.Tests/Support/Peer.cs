using Validation.Tests.Support;

namespace Validation.Interop.Tests.Support;

/// <summary>An implementation of gRPC, with a client program and a server program.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Runtime">What runs its programs. Null: this project's own.</param>
/// <param name="Client">The command of the client.</param>
/// <param name="Server">The command of the server.</param>
/// <param name="Limits">What our client must know of the server.</param>
internal sealed record Peer(
    string Name, ForeignRuntime? Runtime, IReadOnlyList<string> Client, IReadOnlyList<string> Server, IReadOnlyList<string> Limits)
{
    public const string Own = "ours";
    public const string Python = "grpcio";
    public const string Node = "grpc-js";

    public const string NodeFolder = "tests/Interop/peers/node";

    private const string PythonFolder = "tests/Interop/peers/python";

    private static readonly IReadOnlyList<Peer> All = [CreateOwn(), CreatePython(), CreateNode()];

    public static Peer Of(string name)
    {
        return All.First(peer => peer.Name == name);
    }

    public static string File(string folder, string name)
    {
        return Path.Combine(SourceTree.Root, folder, name);
    }

    private static Peer CreateOwn()
    {
        string[] program = ["dotnet", BuiltProgram.PathOf("tests/Interop", "interop.dll")];
        return new Peer(Own, null, [.. program, "client"], program, []);
    }

    private static Peer CreatePython()
    {
        // -B: nothing is written into the source tree.
        string[] program = [ForeignRuntime.Python.Program, "-B"];
        return new Peer(
            Python,
            ForeignRuntime.Python,
            [.. program, File(PythonFolder, "client.py")],
            [.. program, File(PythonFolder, "server.py")],
            ["--server-sees-no-flags"]);
    }

    private static Peer CreateNode()
    {
        var node = ForeignRuntime.Node(NodeFolder);
        return new Peer(
            Node,
            node,
            [node.Program, File(NodeFolder, "client.js")],
            [node.Program, File(NodeFolder, "server.js")],
            ["--server-sees-no-flags", "--server-never-compresses"]);
    }
}
