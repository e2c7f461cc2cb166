using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>The contract holds for clients that others wrote: they get the findings that ours gets.</summary>
[Trait("Size", "Long")]
public sealed class ForeignClientTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    [ForeignClientFact("python")]
    public Task Python_Samples_GetsTheSameFindings()
    {
        return GetsTheSameFindingsAsync(ForeignClient.Python);
    }

    [ForeignClientFact("node")]
    public Task Node_Samples_GetsTheSameFindings()
    {
        return GetsTheSameFindingsAsync(ForeignClient.Node);
    }

    [ForeignClientFact("python")]
    public Task Python_SamplesOverOneCall_GetsTheSameFindings()
    {
        return GetsTheSameFindingsOverOneCallAsync(ForeignClient.Python);
    }

    [ForeignClientFact("node")]
    public Task Node_SamplesOverOneCall_GetsTheSameFindings()
    {
        return GetsTheSameFindingsOverOneCallAsync(ForeignClient.Node);
    }

    [Fact]
    public Task CSharp_Samples_GetsTheSameFindings()
    {
        return GetsTheSameFindingsAsync(ForeignClient.CSharp);
    }

    [ForeignClientFact("ruby")]
    public Task Ruby_Samples_GetsTheSameFindings()
    {
        return GetsTheSameFindingsAsync(ForeignClient.Ruby);
    }

    [ForeignClientFact("ruby")]
    public Task Ruby_SamplesOverOneCall_GetsTheSameFindings()
    {
        return GetsTheSameFindingsOverOneCallAsync(ForeignClient.Ruby);
    }

    [ForeignClientFact("java")]
    public async Task Java_Samples_GetsTheSameFindings()
    {
        ForeignRuntime.Java.Missing.ShouldBeNull("The test command has promised it, so it must be there.");
        using var java = new JavaClient();
        await java.BuildAsync();

        var run = await java.CheckAsync(server.GrpcEndpoint, Repository.Samples);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Lines.ShouldBe(await ExpectedAsync());
    }

    [ForeignClientFact("typescript")]
    public async Task TypeScript_Samples_GetsTheSameFindings()
    {
        ForeignRuntime.TypeScript.Missing.ShouldBeNull("The test command has promised it, so it must be there.");
        using var typeScript = new TypeScriptClient();
        await typeScript.BuildAsync(server.WebEndpoint);

        var run = await typeScript.CheckAsync(server.WebEndpoint, Repository.Samples);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Lines.ShouldBe(await ExpectedAsync());
    }

    /// <summary>Numbers have not changed since version 0.2.0: a client that knows that contract alone reads what it read then.</summary>
    [ForeignClientFact("python")]
    public async Task Client_OfVersion020_ReadsVerdictFindingsAndReport()
    {
        ForeignRuntime.Python.Missing.ShouldBeNull("The test command has promised it, so it must be there.");
        var script = Repository.PathOf("tests", "tools", "contract", "old_client.py");

        var run = await ChildProcess.RunAsync(
            ForeignRuntime.Python.Program, [script, Approved("v0.2.0.binpb"), server.GrpcEndpoint, .. Repository.Samples]);

        run.ExitCode.ShouldBe(0, run.Errors);
        var expected = new List<string>();
        foreach (var sample in Repository.Samples)
        {
            var reply = await server.Client.ValidateAsync(FindingLines.Request(sample)).ResponseAsync.InTime();
            var characters = reply.Report.Sections.Sum(section => section.Text.Length);
            expected.Add($"{(int)reply.Verdict} {(int)reply.Reason} {reply.Report.Title} {characters}");
            expected.AddRange(reply.Findings.Select(finding => $"{finding.RuleId} {(int)finding.Severity} {finding.Message}"));
        }

        run.Lines.ShouldBe(expected);
    }

    private static string Approved(string name)
    {
        return Repository.PathOf("tests", "Conventions.Tests", "approved", name);
    }

    [JavaCompilerFact]
    public async Task Java_WithoutItsPackages_IsAtLeastWellFormed()
    {
        var source = Repository.PathOf("client", "examples", "java", "src", "main", "java", "Check.java");

        var run = await ChildProcess.RunAsync("javac", "-proc:none", "-XDshould-stop.ifNoError=PARSE", source);

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
    }

    private async Task GetsTheSameFindingsAsync(ForeignClient client)
    {
        client.Runtime.Missing.ShouldBeNull("The test command has promised it, so it must be there.");

        var run = await client.CheckAsync(server.GrpcEndpoint, Repository.Samples);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Lines.ShouldBe(await ExpectedAsync());
    }

    private async Task GetsTheSameFindingsOverOneCallAsync(ForeignClient client)
    {
        client.Runtime.Missing.ShouldBeNull("The test command has promised it, so it must be there.");

        var run = await client.CheckAsync(server.GrpcEndpoint, Repository.Samples.Prepend("--stream"));

        run.ExitCode.ShouldBe(0, run.Errors);
        // The replies come in any order.
        run.Lines.Order(StringComparer.Ordinal).ShouldBe((await ExpectedAsync()).Order(StringComparer.Ordinal));
    }

    private async Task<List<string>> ExpectedAsync()
    {
        var expected = new List<string>();
        foreach (var sample in Repository.Samples)
        {
            var reply = await server.Client.ValidateAsync(FindingLines.Request(sample)).ResponseAsync.InTime();
            expected.AddRange(FindingLines.Of(sample, reply));
        }

        return expected;
    }
}
