using System.Text.Json.Nodes;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>`validate claims`, with the server.</summary>
public sealed class ClaimsTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private string[] Server => ["--server", $"http://{server.GrpcEndpoint}"];

    [Fact]
    public async Task Claims_SentencesPipedIn_OneObjectEach()
    {
        using var input = new TemporaryDraft("句子.txt", "2024年，收到政府信息公开申请13件。\n\n信息公开引发的行政复议27件,行政诉讼0件。\n");
        var program = BuiltProgram.PathOf("client/Cli", "validate.dll");

        var run = await ChildProcess.RunAsync(
            "/bin/sh", "-c", $"dotnet '{program}' claims - {string.Join(' ', Server)} < '{input.Path}'");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("收到");
        run.Output.Split('\n')[..^1].Select(KindsAndValues).ShouldBe(["accepted=13", "", "review_total=27 litigation_total=0"]);
    }

    [Fact]
    public async Task Claims_Report_EachWithItsPlace()
    {
        var run = await Cli.RunAsync(["claims", Repository.PathOf("tests", "samples", "xushui-2024.txt"), .. Server]);

        run.ExitCode.ShouldBe(0, run.Errors);
        var claims = JsonNode.Parse(run.Output)!["claims"]!.AsArray();
        claims.Count.ShouldBeGreaterThan(0);
        claims.ShouldAllBe(claim => claim!["line"]!.GetValue<int>() > 0
            && claim["sentence"]!.GetValue<string>().Contains(claim["text"]!.GetValue<string>()));
    }

    private static string KindsAndValues(string line) => string.Join(
        ' ', JsonNode.Parse(line)!["claims"]!.AsArray().Select(claim => $"{claim!["kind"]}={claim["value"]}"));
}
