using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>The command line program, as a clerk or a script runs it.</summary>
internal static class Cli
{
    public static Task<Finished> RunAsync(params IEnumerable<string> arguments)
    {
        return ChildProcess.RunAsync("dotnet", [BuiltProgram.PathOf("client/Cli", "validate.dll"), .. arguments]);
    }

    /// <summary>Starts `validate check` against a running server.</summary>
    public static ChildProcess StartCheck(ServerProcess server, params IEnumerable<string> arguments)
    {
        string[] program = [BuiltProgram.PathOf("client/Cli", "validate.dll"), "check", "--server", $"http://{server.GrpcEndpoint}"];
        return ChildProcess.Start("dotnet", [.. program, .. arguments]);
    }

    /// <summary>`validate check` against a running server.</summary>
    public static Task<Finished> CheckAsync(ServerProcess server, params IEnumerable<string> arguments)
    {
        return RunAsync(["check", "--server", $"http://{server.GrpcEndpoint}", .. arguments]);
    }
}
