namespace Validation.EndToEnd.Tests.Support;

/// <summary>A gRPC client that others wrote, in an example script.</summary>
/// <param name="Program">What runs the script.</param>
/// <param name="Script">The script.</param>
/// <param name="Missing">What it lacks on this machine. Null: nothing.</param>
/// <param name="Promised">Whether the test command has promised that it works here.</param>
internal sealed record ForeignClient(string Program, string Script, string? Missing, bool Promised)
{
    public static ForeignClient Python { get; } = FindPython();

    public static ForeignClient Node { get; } = FindNode();

    /// <summary>Ours, on its own: as a program of another system would use the service from .NET.</summary>
    public static ForeignClient CSharp { get; } =
        new("dotnet", Repository.Program("client/examples/csharp", "example.dll"), Missing: null, Promised: true);

    public static ForeignClient Java { get; } = FindJava();

    public Task<Finished> CheckAsync(string server, IEnumerable<string> files)
    {
        return ChildProcess.RunAsync(Program, [Script, "--server", server, .. files]);
    }

    /// <summary>Whether a program can be run.</summary>
    public static bool Works(string program, params string[] arguments)
    {
        try
        {
            return Task.Run(() => ChildProcess.RunAsync(program, arguments)).GetAwaiter().GetResult().ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static ForeignClient FindPython()
    {
        // Debian's modules belong to Debian's Python, which need not be the first on the path.
        string[] pythons = ["/usr/bin/python3", "python3"];
        var python = pythons.FirstOrDefault(program => Works(program, "-c", "import grpc, google.protobuf"));
        var missing = python is null
            ? "Python with python3-grpcio and python3-protobuf"
            : Works("protoc", "--version") ? null : "protoc (protobuf-compiler)";
        var script = Repository.PathOf("client", "examples", "python", "check.py");
        return new ForeignClient(python ?? "python3", script, missing, IsPromised("PYTHON"));
    }

    private static ForeignClient FindNode()
    {
        var modules = Repository.PathOf("client", "examples", "node", "node_modules", "@grpc", "grpc-js");
        var missing = !Works("node", "--version") ? "node" : Directory.Exists(modules) ? null : "npm ci in client/examples/node";
        var script = Repository.PathOf("client", "examples", "node", "check.js");
        return new ForeignClient("node", script, missing, IsPromised("NODE"));
    }

    private static ForeignClient FindJava()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var packages = Path.Combine(home, ".m2", "repository", "io", "grpc", "grpc-netty-shaded");
        var missing = !Works("mvn", "--version") ? "mvn" : Directory.Exists(packages) ? null : "io.grpc in the local Maven repository";
        return new ForeignClient("mvn", Repository.PathOf("client", "examples", "java", "pom.xml"), missing, IsPromised("JAVA"));
    }

    private static bool IsPromised(string name)
    {
        return Environment.GetEnvironmentVariable($"TESTS_PROMISE_{name}") == "1";
    }
}
