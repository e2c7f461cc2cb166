using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A gRPC client that others wrote, in an example script.</summary>
/// <param name="Runtime">What runs the script.</param>
/// <param name="Script">The script.</param>
internal sealed record ForeignClient(ForeignRuntime Runtime, string Script)
{
    public static ForeignClient Python { get; } =
        new(ForeignRuntime.Python, Repository.PathOf("client", "examples", "python", "check.py"));

    public static ForeignClient Node { get; } =
        new(ForeignRuntime.Node("client/examples/node", "@grpc/grpc-js"), Repository.PathOf("client", "examples", "node", "check.js"));

    /// <summary>Ours, on its own: as a program of another system would use the service from .NET.</summary>
    public static ForeignClient CSharp { get; } =
        new(ForeignRuntime.DotNet, BuiltProgram.PathOf("client/examples/csharp", "example.dll"));

    public static ForeignClient Ruby { get; } =
        new(ForeignRuntime.Ruby, Repository.PathOf("client", "examples", "ruby", "check.rb"));

    public Task<Finished> CheckAsync(string server, IEnumerable<string> files)
    {
        return ChildProcess.RunAsync(Runtime.Program, [Script, "--server", server, .. files]);
    }
}
