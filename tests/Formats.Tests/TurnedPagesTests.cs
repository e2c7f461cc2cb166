using System.Globalization;
using Google.Protobuf;
using Validation.Engine;
using Validation.Engine.Tests.Support;
using Validation.Formats.Tests.Kit;
using Validation.V1;

namespace Validation.Formats.Tests;

/// <summary>A page that is to be shown turned has the same text as one that is not.</summary>
[Collection(nameof(ConvertedReports))]
[Trait("Size", "Long")]
public sealed class TurnedPagesTests(ConvertedReports reports)
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithIndentation());

    private static readonly ReportValidator Validator = PdfReaders.Validator();

    [OfficeTheory]
    [InlineData("xingtai-2024", 90)]
    [InlineData("xingtai-2024", 180)]
    [InlineData("xingtai-2024", 270)]
    [InlineData("generated-02", 90)]
    [InlineData("generated-02", 180)]
    [InlineData("generated-02", 270)]
    public void Validate_TurnedPages_ReplyOfTheUprightOnes(string name, int degrees)
    {
        var upright = reports.Read(name, "pdf");

        var reply = Check(TurnedPages.Turn(upright, degrees));

        reply.Report.ShouldNotBeNull(reply.ReasonText);
        Differences(Lines(Check(upright)), Lines(reply)).ShouldBeEmpty();
    }

    // Boxes turn through numbers that are not exact: they differ by less than the hundredth of a point that a reply shows.
    private static string[] Lines(ValidateReply reply) => Json.Format(reply).Split('\n');

    private static List<string> Differences(string[] due, string[] lines)
    {
        lines.Length.ShouldBe(due.Length);
        return [.. due.Zip(lines).Where(pair => pair.First != pair.Second && !IsNear(pair.First, pair.Second))
            .Select(pair => $"{pair.First.Trim()} became {pair.Second.Trim()}")];
    }

    private static bool IsNear(string due, string line) =>
        Coordinate(due) is { } expected && Coordinate(line) is { } actual && Math.Abs(expected - actual) <= 0.02;

    private static double? Coordinate(string line)
    {
        var parts = line.Trim().TrimEnd(',').Split(": ");
        return parts is ["\"x\"" or "\"y\"" or "\"width\"" or "\"height\"", var number]
            ? double.Parse(number, CultureInfo.InvariantCulture)
            : null;
    }

    private static ValidateReply Check(byte[] content)
    {
        var reply = Validator.Validate(content, TestRules.National);
        reply.Provenance = null;
        return reply;
    }
}
