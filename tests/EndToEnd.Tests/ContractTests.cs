using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>The contract as the tools of other languages see it.</summary>
[Trait("Size", "Long")]
public sealed class ContractTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-contract-");

    [ForeignClientFact("buf")]
    public async Task Names_OfTheContract_AreAsBufWantsThemButForThoseExcepted()
    {
        var run = await BufAsync("lint", SourceTree.Root, "--config", Config("buf.yaml"));

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
    }

    /// <summary>Whoever means to break something copies the descriptor that stands in the text of the failure.</summary>
    [ForeignClientFact("buf")]
    public async Task Changes_SinceTheApprovedContract_BreakNothing()
    {
        var now = await DescribeAsync();

        var run = await BufAsync("breaking", SourceTree.Root, "--config", Config("buf.yaml"), "--against", Approved("contract.binpb"));

        run.ExitCode.ShouldBe(0, $"{run.Output}{run.Errors}\nTo approve it as it is now: cp '{now}' '{Approved("contract.binpb")}'");
    }

    [ForeignClientFact("buf")]
    public async Task Changes_SinceVersion020_BreakNothingOnTheWire()
    {
        var run = await BufAsync("breaking", SourceTree.Root, "--config", Config("buf.wire.yaml"), "--against", Approved("v0.2.0.binpb"));

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
    }

    /// <summary>Windows defines ERROR, as other systems define what they like.</summary>
    [ForeignClientFact("cpp")]
    public async Task Cpp_WhereErrorIsAMacro_Compiles()
    {
        ForeignRuntime.Cpp.Missing.ShouldBeNull("The test command has promised it, so it must be there.");
        var generation = await ProtocAsync($"--cpp_out={_folder.FullName}");
        generation.ExitCode.ShouldBe(0, generation.Errors);
        var sources = Directory.GetFiles(_folder.FullName, "*.pb.cc", SearchOption.AllDirectories);
        sources.Length.ShouldBe(Protos.Count);

        foreach (var source in sources)
        {
            var run = await ChildProcess.RunAsync("g++", ["-std=c++17", "-fsyntax-only", "-DERROR=0", $"-I{_folder.FullName}", source]);
            run.ExitCode.ShouldBe(0, run.Errors);
        }
    }

    [ForeignClientFact("go")]
    public async Task Go_FromTheContract_IsOnePackage()
    {
        ForeignRuntime.Go.Missing.ShouldBeNull("The test command has promised it, so it must be there.");

        var generation = await ProtocAsync($"--go_out={_folder.FullName}", $"--go-grpc_out={_folder.FullName}");

        generation.ExitCode.ShouldBe(0, generation.Errors);
        var sources = Directory.GetFiles(Path.Combine(_folder.FullName, "validation", "v1"), "*.go");
        sources.Length.ShouldBeGreaterThan(Protos.Count);
        foreach (var source in sources)
        {
            (await File.ReadAllTextAsync(source)).ShouldContain("\npackage validationv1\n");
        }
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }

    private static IReadOnlyList<string> Protos { get; } =
        [.. Directory.GetFiles(Repository.PathOf("protos", "validation", "v1"), "*.proto").Order(StringComparer.Ordinal)];

    private static Task<Finished> BufAsync(params string[] arguments)
    {
        ForeignRuntime.Buf.Missing.ShouldBeNull("The test command has promised it, so it must be there.");
        var buf = Repository.PathOf("tests", "tools", "contract", "node_modules", "@bufbuild", "buf", "bin", "buf");
        return ChildProcess.RunAsync("node", [buf, .. arguments]);
    }

    private static Task<Finished> ProtocAsync(params string[] arguments)
    {
        return ChildProcess.RunAsync("protoc", [$"--proto_path={Repository.PathOf("protos")}", .. arguments, .. Protos]);
    }

    private static string Config(string name)
    {
        return Repository.PathOf("tests", "tools", "contract", name);
    }

    private static string Approved(string name)
    {
        return Repository.PathOf("tests", "Conventions.Tests", "approved", name);
    }

    /// <summary>The contract as it is, as a file.</summary>
    private static async Task<string> DescribeAsync()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "contract.binpb");
        var run = await ProtocAsync("--include_imports", $"--descriptor_set_out={file}");
        run.ExitCode.ShouldBe(0, run.Errors);
        return file;
    }
}
