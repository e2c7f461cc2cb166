using System.Globalization;
using System.Text;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Rules;

/// <summary>The report of a government with those of thirty bodies under it.</summary>
public sealed class SubordinatesTests
{
    private const int Bodies = 30;
    private const string Government = "某某县人民政府";

    private static readonly ReportValidator Validator = new();

    private static readonly IReadOnlyList<Report> Under = [.. Enumerable.Range(0, Bodies).Select(Body)];

    [Fact]
    public void Government_SumOfAll_NothingFound() => Aggregate(Check(Sums(), Under, [])).ShouldBeEmpty();

    [Theory]
    [InlineData("applications.received.total")]
    [InlineData("applications.carried_in.total")]
    [InlineData("applications.results_total.total")]
    [InlineData("applications.carried_out.total")]
    [InlineData("disputes.review.total")]
    [InlineData("disputes.litigation_direct.total")]
    [InlineData("disputes.litigation_after_review.total")]
    public void Government_OneSumDiffers_IsFound(string path)
    {
        var sums = Sums();
        sums[path]++;

        var finding = Aggregate(Check(sums, Under, [])).ShouldHaveSingleItem();

        finding.Cells.ShouldHaveSingleItem().Path.ShouldBe(path);
        (finding.Severity, finding.Expected).ShouldBe((Level.Warning, Text(sums[path] - 1)));
    }

    [Fact]
    public void Government_ReportsAreMissing_AreListedAndNothingElseIsSaid()
    {
        var finding = Aggregate(Check(Sums(), [.. Under.Skip(2)], ["某某县民政局", "某某县司法局"])).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Level.Info);
        finding.Message.ShouldContain("还缺 2 个下级的报告");
        finding.Message.ShouldContain("某某县民政局、某某县司法局");
        finding.Cells.ShouldBeEmpty();
    }

    [Fact]
    public void Government_BodyUnderVerticalAdministration_IsLeftOut()
    {
        var tax = Body(1);
        tax.Organization = "国家税务总局某某县税务局";

        Aggregate(Check(Sums(), [.. Under, tax], ["某某县气象局"])).ShouldBeEmpty();
    }

    [Fact]
    public void Government_OneReportHasNoTable_NothingIsSaidOfItsSums()
    {
        var unread = Body(1);
        unread.Applications = ReportTemplate.NewReport().Applications;

        Aggregate(Check(Sums(), [Under[0], unread, .. Under.Skip(2)], [])).ShouldBeEmpty();
    }

    [Fact]
    public void Government_SubordinatesAreNotKnown_SaysWhatIsLacking() =>
        Validator.Check(Read(Sums()), TestRules.National, LocalRecords.Empty, new RelatedReports { Peers = [] })
            .Provenance.NotEvaluated.Single(rule => rule.RuleId == "x-aggregate").Reason.ShouldBe("缺下级报告");

    private static ValidateReply Check(Dictionary<string, int> sums, IReadOnlyList<Report> under, IReadOnlyList<string> missing) =>
        Validator.Check(Read(sums), TestRules.National, LocalRecords.Empty, new RelatedReports
        {
            Subordinates = new Subordinates([.. under.Select(report => new RelatedReport(report))], missing),
        });

    private static List<Finding> Aggregate(ValidateReply reply) => [.. reply.Findings.Where(finding => finding.RuleId == "x-aggregate")];

    private static ReadDraft Read(Dictionary<string, int> sums)
    {
        var text = new ReportText(cell => Text(sums[cell.Path]))
        {
            Overview = $"2024年，全县各级机关收到政府信息公开申请{sums["applications.received.total"]}件。",
        };
        var whole = text.Write(Layout.TabRows).Replace("某某市人民政府办公室", Government, StringComparison.Ordinal);
        return Validator.Read(Encoding.UTF8.GetBytes(whole));
    }

    private static Dictionary<string, int> Sums() => ReportTemplate.Cells.Values.ToDictionary(
        cell => cell.Path, cell => Under.Sum(report => (int)cell.Of(report).Value), StringComparer.Ordinal);

    // The first is the office, which stands for the government itself.
    private static Report Body(int seed)
    {
        var numbers = new NumbersThatBalance(seed, 20);
        var report = ReportTemplate.NewReport();
        report.Organization = seed == 0 ? Government + "办公室" : $"某某县第{seed}局";
        report.Year = 2024;
        foreach (var template in ReportTemplate.Cells.Values)
        {
            var cell = template.Of(report);
            (cell.State, cell.Value, cell.Text) = (State.Number, numbers[template], Text(numbers[template]));
        }

        return report;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
