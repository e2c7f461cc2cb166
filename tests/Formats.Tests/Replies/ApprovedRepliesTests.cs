using System.Text;
using Validation.Engine;
using Validation.Engine.Tests.Support;
using Validation.Formats.Tests.Kit;
using Validation.V1;

namespace Validation.Formats.Tests.Replies;

/// <summary>What is said of the samples, of the cases and of generated reports in every format and layout is what was approved.</summary>
[Collection(nameof(ConvertedReports))]
[Trait("Size", "Long")]
public sealed class ApprovedRepliesTests(ConvertedReports reports)
{
    private static readonly ReportValidator Validator = PdfReaders.Validator();

    public static TheoryData<string> OfficeFormats => [.. ConvertedReports.OfficeFormats];

    [Fact]
    public void Validate_Samples_ApprovedReplies()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "samples");
        string[] folders = [folder, Path.Combine(folder, "cases"), Path.Combine(folder, "formats")];
        var files = folders.SelectMany(Directory.EnumerateFiles)
            .Where(file => Path.GetExtension(file) is not (".tsv" or ".json" or ".expected"))
            .Order(StringComparer.Ordinal);

        ApprovedReplies.Compare("samples.tsv", [.. files.Select(file =>
            ApprovedReplies.Line(Path.GetRelativePath(folder, file).Replace('\\', '/'), Check(File.ReadAllBytes(file))))]);
    }

    [Fact]
    public void Validate_WebPages_ApprovedReplies() => CompareFormat("html");

    [OfficeTheory]
    [MemberData(nameof(OfficeFormats))]
    public void Validate_ConvertedReports_ApprovedReplies(string format) => CompareFormat(format);

    [Fact]
    public void Validate_LayoutsOfText_ApprovedReplies()
    {
        var lines = Enum.GetValues<Layout>().Select(layout => ApprovedReplies.Line(
            $"layouts/{layout}",
            ConvertedReports.Names.Select(name => (name, Check(Encoding.UTF8.GetBytes(TextOf(name, layout)))))));

        ApprovedReplies.Compare("layouts.tsv", [.. lines]);
    }

    [Theory]
    [InlineData("lost", 3)]
    [InlineData("twice", 7)]
    [InlineData("swapped", 11)]
    [InlineData("cut", 5)]
    public void Validate_DamagedSamples_ApprovedReplies(string damage, int every)
    {
        var lines = Sample.Names.Select(name => ApprovedReplies.Line(
            $"{damage}/{name}",
            Damaged(new Sample(name).Text.Split('\n'), damage, every)
                .Select(text => (text.Line, Check(Encoding.UTF8.GetBytes(text.Text))))));

        ApprovedReplies.Compare($"{damage}.tsv", [.. lines]);
    }

    private static IEnumerable<(string Line, string Text)> Damaged(string[] lines, string damage, int every)
    {
        for (var at = 0; at < lines.Length - 1; at += every)
        {
            string[] instead = damage switch
            {
                "lost" => [lines[at + 1]],
                "twice" => [lines[at], lines[at], lines[at + 1]],
                "swapped" => [lines[at + 1], lines[at]],
                _ => [lines[at][..(lines[at].Length / 2)], lines[at + 1]],
            };
            yield return ($"{at + 1:0000}", string.Join('\n', [.. lines[..at], .. instead, .. lines[(at + 2)..]]));
        }
    }

    private static string TextOf(string name, Layout layout)
    {
        var model = ConvertedReports.Model(name);
        return new ReportText(cell => cell.Of(model).Text).Write(layout);
    }

    private static ValidateReply Check(byte[] content) => Validator.Validate(content, TestRules.National);

    private void CompareFormat(string format) => ApprovedReplies.Compare($"{format}.tsv", [.. ConvertedReports.Names.Select(name =>
        ApprovedReplies.Line($"{format}/{name}", Check(reports.Read(name, format))))]);
}
