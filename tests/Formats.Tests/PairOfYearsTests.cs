using Validation.Engine;
using Validation.Engine.Tests.Support;
using Validation.Formats.Tests.Kit;
using Validation.V1;

namespace Validation.Formats.Tests;

/// <summary>A report beside last year's in the formats that clerks have: a right pair is silent, a wrong one is found.</summary>
[Trait("Size", "Long")]
public sealed class PairOfYearsTests(PairsOfYears years) : IClassFixture<PairsOfYears>
{
    private static readonly ReportValidator Validator = PdfReaders.Validator();

    public static TheoryData<string, string> Formats()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var (own, prior) in PairsOfYears.Formats.SelectMany(own => PairsOfYears.Formats.Select(prior => (own, prior))))
        {
            pairs.Add(own, prior);
        }

        return pairs;
    }

    [OfficeTheory]
    [MemberData(nameof(Formats))]
    public void Pair_Right_IsComparedAndSilent(string own, string prior)
    {
        var reply = Check("right", own, prior);

        reply.Provenance.Prior.Year.ShouldBe(2023);
        OfYears(reply).Select(finding => $"{finding.RuleId} {finding.Message}").ShouldBeEmpty();
    }

    [OfficeTheory]
    [MemberData(nameof(Formats))]
    public void Pair_CarryOverDiffers_IsAnError(string own, string prior)
    {
        var finding = OfYears(Check("carry", own, prior)).ShouldHaveSingleItem();

        (finding.RuleId, finding.Severity).ShouldBe(("x-carry", Level.Error));
        finding.Cells.ShouldHaveSingleItem().Path.ShouldBe("applications.carried_in.total");
    }

    [OfficeTheory]
    [MemberData(nameof(Formats))]
    public void Pair_ProseIsCopied_IsFoundWithItsTwin(string own, string prior)
    {
        var findings = OfYears(Check("copied", own, prior));

        var copied = findings.Single(finding => finding.RuleId == "x-text-dup");
        copied.Severity.ShouldBe(Level.Error);
        copied.Twin.Text.ShouldContain("受理窗口搬到了一楼大厅");
        copied.Twin.Location.ShouldNotBeNull();
        findings.Select(finding => finding.RuleId).ShouldBe(["x-text-dup", "x-year-left"], ignoreOrder: true);
    }

    [OfficeTheory]
    [MemberData(nameof(Formats))]
    public void Pair_YearWasLeft_IsFoundWithItsTwin(string own, string prior)
    {
        var finding = OfYears(Check("left", own, prior)).ShouldHaveSingleItem();

        (finding.RuleId, finding.Severity, finding.Actual).ShouldBe(("x-year-left", Level.Error, "2023年"));
        finding.Twin.Text.ShouldContain("截至2023年底");
    }

    private ValidateReply Check(string name, string own, string prior)
    {
        var before = Validator.Read(years.Prior(prior));
        before.Report.ShouldNotBeNull(before.ReasonText);
        var draft = Validator.Read(years.Read(name, own));
        draft.Report.ShouldNotBeNull(draft.ReasonText);
        return Validator.Check(
            draft, TestRules.National, LocalRecords.Empty, new RelatedReports { Prior = new RelatedReport(before.Report, "2023年.docx") });
    }

    private static List<Finding> OfYears(ValidateReply reply) => [.. reply.Findings
        .Where(finding => finding.RuleId.StartsWith("x-", StringComparison.Ordinal) || finding.RuleId == "n3-yoy")];
}
