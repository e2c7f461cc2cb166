using System.Globalization;
using System.Text;
using Google.Protobuf;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

/// <summary>A report with last year's beside it: which rules run then, and what a reply says of it.</summary>
public sealed class YearOnYearTests
{
    private const string CarriedIn = "applications.carried_in.total";

    private static readonly string[] OfYears =
        ["n3-yoy", "x-carry", "x-rules-effective", "x-outlier", "x-pending", "x-text-dup", "x-year-left"];

    private static readonly ReportValidator Validator = new();

    [Fact]
    public void Reply_NoPrior_SaysThatItLacksOne()
    {
        var reply = Check(Text(2024), new RelatedReports());

        reply.Provenance.Prior.ShouldBeNull();
        Reasons(reply).ShouldAllBe(reason => reason == "缺上年报告");
    }

    [Fact]
    public void Reply_NothingRelated_IsThatOfACheckWithoutSuch()
    {
        var draft = Read(Text(2024));

        var with = Validator.Check(draft, TestRules.National, LocalRecords.Empty, new RelatedReports());
        var without = Validator.Check(draft, TestRules.National, LocalRecords.Empty);

        with.Provenance.Duration = without.Provenance.Duration;
        with.ShouldBe(without);
    }

    [Fact]
    public void Reply_PriorOfSameBody_RulesRunAndReplySaysWithWhich()
    {
        var prior = new RelatedReport(Read(Text(2023)).Report!, "去年.docx", "abc");

        var reply = Check(Text(2024), new RelatedReports { Prior = prior });

        Reasons(reply).ShouldBeEmpty();
        reply.Provenance.NotEvaluated.Select(rule => rule.RuleId).ShouldBe(["x-text-dup-peer", "x-aggregate"]);
        reply.Provenance.Prior.ShouldBe(new PriorReport
        {
            Source = PriorSource.Request, FileName = "去年.docx", Sha256 = "abc", Title = prior.Report.Title, Year = 2023,
        });
    }

    [Fact]
    public void Reply_PriorFromTheArchive_SaysSo()
    {
        var prior = new RelatedReport(Read(Text(2023)).Report!) { IsOnFile = true };

        Check(Text(2024), new RelatedReports { Prior = prior }).Provenance.Prior.Source.ShouldBe(PriorSource.Archive);
    }

    [Theory]
    [InlineData(2022, "", "所附的上年报告是2022年的")]
    [InlineData(2024, "", "所附的上年报告是2024年的")]
    [InlineData(2023, "某某市教育局", "所附的上年报告是“某某市教育局”的")]
    public void Reply_PriorThatDoesNotFit_IsNotComparedAndSaysWhy(int year, string body, string reason)
    {
        var text = body.Length == 0 ? Text(year) : Text(year).Replace("某某市人民政府办公室", body, StringComparison.Ordinal);

        var reply = Check(Text(2024), new RelatedReports { Prior = new RelatedReport(Read(text).Report!) });

        reply.Provenance.Prior.ShouldBeNull();
        Reasons(reply).ShouldAllBe(why => why == reason);
        Reasons(reply).Count.ShouldBe(OfYears.Length);
        reply.Findings.ShouldNotContain(finding => OfYears.Contains(finding.RuleId));
    }

    [Fact]
    public void Reply_PriorCouldNotBeRead_SaysWhy() =>
        Reasons(Check(Text(2024), new RelatedReports { PriorProblem = "所附的上年报告没有读出来" }))
            .ShouldAllBe(why => why == "所附的上年报告没有读出来");

    [Fact]
    public void Finding_CopiedSentenceWithItsYear_HasItsTwin()
    {
        const string Sentence = "截至2023年底主动公开信息312条。";
        var prior = new RelatedReport(Read(Text(2023, Sentence)).Report!, "去年.docx");

        var finding = Check(Text(2024, Sentence), new RelatedReports { Prior = prior }).Findings.Single(one => one.RuleId == "x-year-left");

        finding.Twin.Text.ShouldBe(Sentence);
        finding.Twin.Report.ShouldBe("去年.docx");
        finding.Twin.Location.Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Finding_CopiedSentenceThatIsVeryLong_IsCutBetweenCharacters()
    {
        // The first half of the rare character is the thousandth code unit.
        const string Start = "截至2023年底主动公开信息312条，";
        var sentence = $"{Start}{new string('文', 999 - Start.Length)}𠮷{new string('文', 100)}。";
        var prior = new RelatedReport(Read(Text(2023, sentence)).Report!);

        var finding = Check(Text(2024, sentence), new RelatedReports { Prior = prior }).Findings.First(one => one.Twin is not null);

        finding.Twin.Text.ShouldBe(sentence[..999]);
        JsonParser.Default.Parse<Finding>(JsonFormatter.Default.Format(finding)).ShouldBe(finding);
    }

    [Fact]
    public void Suggestion_SumIsBroken_LastYearsCarryOverSpeaksForIt()
    {
        var prior = ReportOf(2023, ("applications.carried_out.natural_person", 3), ("applications.carried_out.total", 3));
        var text = Text(2024, cells: new()
        {
            ["applications.carried_in.natural_person"] = 2,
            [CarriedIn] = 2,
            ["applications.granted.natural_person"] = 3,
            ["applications.granted.total"] = 3,
            ["applications.results_total.natural_person"] = 3,
            ["applications.results_total.total"] = 3,
        });

        var findings = Check(text, new RelatedReports { Prior = new RelatedReport(prior) }).Findings;

        findings.Where(finding => finding.RuleId == "t3-balance").SelectMany(finding => finding.Suggestions)
            .ShouldContain(suggestion => suggestion.Text.Contains("上年报告结转下年度的也是 3 件", StringComparison.Ordinal));
    }

    private static Report ReportOf(int year, params (string Path, int Value)[] cells) =>
        Read(Text(year, cells: cells.ToDictionary(pair => pair.Path, pair => pair.Value))).Report!;

    private static ValidateReply Check(string text, RelatedReports related) =>
        Validator.Check(Read(text), TestRules.National, LocalRecords.Empty, related);

    private static ReadDraft Read(string text) => Validator.Read(Encoding.UTF8.GetBytes(text));

    private static List<string> Reasons(ValidateReply reply) =>
        [.. reply.Provenance.NotEvaluated.Where(rule => OfYears.Contains(rule.RuleId)).Select(rule => rule.Reason)];

    private static string Text(int year, string more = "", Dictionary<string, int>? cells = null)
    {
        var text = new ReportText(cell => (cells?.GetValueOrDefault(cell.Path) ?? 0).ToString(CultureInfo.InvariantCulture))
        {
            Overview = $"2024年，主动公开政府信息{year - 1500}条。{more.Replace("2023", "#", StringComparison.Ordinal)}",
        };
        return text.Write(Layout.TabRows)
            .Replace("2024", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("#", "2023", StringComparison.Ordinal);
    }
}
