using System.Text.Json;
using Google.Protobuf;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests;

/// <summary>The same report in every format, through the real server and the command line.</summary>
public sealed class FormatTests(ServerProcess server) : IClassFixture<ServerProcess>
{
    private const string Report = "xushui-2024";

    private static readonly JsonFormatter Json =
        new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true).WithFormatDefaultValues(true));

    [Theory]
    [InlineData("docx")]
    [InlineData("doc")]
    [InlineData("odt")]
    [InlineData("rtf")]
    [InlineData("html")]
    [InlineData("pdf")]
    [InlineData("ofd")]
    public async Task Format_Validated_HasTheCellsOfTheTruth(string format)
    {
        var reply = await server.Client.ValidateAsync(FindingLines.Request(PathOf(format))).ResponseAsync.InTime();

        reply.Verdict.ShouldBe(Verdict.Accept, reply.ReasonText);
        reply.Provenance.DocumentFormat.ShouldStartWith(format);
        using var json = JsonDocument.Parse(Json.Format(reply));
        CellCheck.Differences(json.RootElement, CellCheck.Truth(Repository.PathOf("tests", "samples", $"{Report}.txt"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("doc", "年报.docx")]
    [InlineData("docx", "年报.wps")]
    [InlineData("html", "年报.doc")]
    [InlineData("rtf", "年报.txt")]
    public async Task Format_UnderAnotherName_IsReadAsWhatItIs(string format, string name)
    {
        var request = FindingLines.Request(PathOf(format));
        request.FileName = name;

        var reply = await server.Client.ValidateAsync(request).ResponseAsync.InTime();

        reply.Verdict.ShouldBe(Verdict.Accept, reply.ReasonText);
        reply.Provenance.DocumentFormat.ShouldStartWith(format);
    }

    [Fact]
    public async Task Check_DraftsOfAllFormats_Accepted()
    {
        var run = await Cli.CheckAsync(server, [.. new[] { "docx", "doc", "odt", "rtf", "ofd", "html" }.Select(PathOf)]);

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        run.Output.ShouldContain("通过");
    }

    private static string PathOf(string format) => Repository.PathOf("tests", "samples", "formats", $"{Report}.{format}");
}
