using System.Text.Json;
using Google.Protobuf;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests;

/// <summary>JSON over HTTP, with the tool that everybody has: the same findings as over gRPC.</summary>
public sealed class CurlTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default);

    [CurlFact]
    public async Task Curl_Samples_GetsTheRepliesThatGrpcGives()
    {
        foreach (var sample in Repository.Samples)
        {
            var form = await CurlAsync("--form", $"file=@{sample}", Url("/v1/validate"));
            var raw = await CurlAsync(
                "--data-binary", $"@{sample}", "--header", "Content-Type: application/octet-stream",
                "--header", $"X-File-Name: {Uri.EscapeDataString(Path.GetFileName(sample))}", Url("/v1/validate"));

            var expected = await server.Client.ValidateAsync(FindingLines.Request(sample)).ResponseAsync.InTime();

            foreach (var answer in new[] { form, raw })
            {
                var reply = Parser.Parse<ValidateReply>(answer);
                reply.Provenance.Duration = expected.Provenance.Duration;
                reply.ShouldBe(expected);
                using var json = JsonDocument.Parse(answer);
                CellCheck.Differences(json.RootElement, CellCheck.Truth(sample)).ShouldBeEmpty();
            }
        }
    }

    [CurlFact]
    public async Task Example_Samples_PrintsTheFindings()
    {
        var run = await ExampleAsync([.. Repository.Samples]);

        run.ExitCode.ShouldBe(0, run.Errors);
        var replies = run.Output.Split("\n}\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(text => Parser.Parse<ValidateReply>(text + "}"))
            .ToList();
        replies.Count.ShouldBe(Repository.Samples.Count);
        foreach (var (reply, sample) in replies.Zip(Repository.Samples))
        {
            var expected = await server.Client.ValidateAsync(FindingLines.Request(sample)).ResponseAsync.InTime();
            FindingLines.Of(sample, reply).ShouldBe(FindingLines.Of(sample, expected));
            reply.FileName.ShouldBe(Path.GetFileName(sample));
            reply.Report.ShouldBeNull();
        }
    }

    [CurlFact]
    public async Task Example_ChineseFileName_ComesBack()
    {
        using var draft = new TemporaryDraft("2024年 年报.txt", "没有年报");

        var run = await ExampleAsync(draft.Path);

        run.ExitCode.ShouldBe(0, run.Errors);
        Parser.Parse<ValidateReply>(run.Output).FileName.ShouldBe("2024年 年报.txt");
    }

    [CurlFact]
    public async Task Example_NoSuchFile_SaysSo()
    {
        var run = await ExampleAsync("/not/there.txt");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldNotBeEmpty();
    }

    [CurlFact]
    public async Task Pages_Running_Answer()
    {
        (await CurlAsync(Url("/healthz"))).ShouldBe("ok");
        (await CurlAsync(Url("/readyz"))).ShouldBe("ready");
        (await CurlAsync(Url("/"))).ShouldContain("/v1/validate");
        using var document = JsonDocument.Parse(await CurlAsync(Url("/openapi/v1.json")));
        document.RootElement.GetProperty("paths").TryGetProperty("/v1/validate", out _).ShouldBeTrue();
    }

    private static async Task<string> CurlAsync(params string[] arguments)
    {
        var run = await ChildProcess.RunAsync("curl", ["--silent", "--show-error", "--fail-with-body", .. arguments]);
        run.ExitCode.ShouldBe(0, run.Errors + run.Output);
        return run.Output.TrimEnd('\n');
    }

    private Task<Finished> ExampleAsync(params string[] drafts)
    {
        var script = Repository.PathOf("client", "examples", "curl", "check.sh");
        return ChildProcess.RunAsync("/bin/sh", [script, "--server", server.WebEndpoint, .. drafts]);
    }

    private string Url(string path)
    {
        return $"http://{server.WebEndpoint}{path}";
    }
}
