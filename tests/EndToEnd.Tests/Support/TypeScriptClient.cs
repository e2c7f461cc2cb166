using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>The example in TypeScript, generated from a server's OpenAPI document and compiled in a folder of its own.</summary>
internal sealed class TypeScriptClient : IDisposable
{
    private static readonly string Example = Repository.PathOf("client", "examples", "typescript");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-typescript-");

    /// <summary>Generates the types and compiles the example with them.</summary>
    /// <param name="web">Where the server serves its OpenAPI document.</param>
    public async Task BuildAsync(string web)
    {
        foreach (var name in new[] { "check.ts", "tsconfig.json", "package.json" })
        {
            File.Copy(Path.Combine(Example, name), Path.Combine(_folder.FullName, name));
        }

        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "node_modules"), Path.Combine(Example, "node_modules"));
        var schema = Path.Combine(_folder.FullName, "schema.d.ts");
        var generation = await ChildProcess.RunAsync(
            "node", [Module("openapi-typescript", "bin", "cli.js"), $"http://{web}/openapi/v1.json", "--output", schema]);
        generation.ExitCode.ShouldBe(0, generation.Output + generation.Errors);
        var compilation = await ChildProcess.RunAsync("node", [Module("typescript", "bin", "tsc"), "--project", _folder.FullName]);
        compilation.ExitCode.ShouldBe(0, compilation.Output + compilation.Errors);
    }

    public Task<Finished> CheckAsync(string web, IEnumerable<string> files)
    {
        return ChildProcess.RunAsync("node", [Path.Combine(_folder.FullName, "out", "check.js"), "--server", web, .. files]);
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }

    private static string Module(params string[] path)
    {
        return Path.Combine([Example, "node_modules", .. path]);
    }
}
