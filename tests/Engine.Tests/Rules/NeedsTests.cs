using System.Globalization;
using System.Text;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

/// <summary>Rules that need other reports: how they are written, and how they stand in a reply.</summary>
public sealed class NeedsTests
{
    private static readonly ReportValidator Validator = new();

    [Fact]
    public void Needs_UnknownWord_IsAProblem() =>
        TestRules.Compile(TestRules.Whole("needs: last_year")).Problems
            .ShouldContain(problem => problem.Message.Contains("“needs”只能是 prior、subordinates、peers", StringComparison.Ordinal));

    [Fact]
    public void Twin_NoPassageOfAnotherReport_IsAProblem() =>
        TestRules.Compile(TestRules.Whole("needs: prior\ntwin: section(1)")).Problems
            .ShouldContain(problem => problem.Message.Contains("“twin”的值", StringComparison.Ordinal));

    [Theory]
    [InlineData("prior: []", "“prior”")]
    [InlineData("peers: {}", "“peers”")]
    [InlineData("prior: {cells: {applications.no_such: 1}}", "applications.no_such")]
    [InlineData("subordinates: [{cells: {applications.no_such: 1}}]", "applications.no_such")]
    public void Test_OtherReportWrittenWrongly_IsAProblem(string key, string part) =>
        TestRules.Compile(TestRules.Whole($"needs: prior\ntests: [{{name: 错, {key}, findings: []}}]")).Problems
            .ShouldContain(problem => problem.Message.Contains(part, StringComparison.Ordinal));

    [Fact]
    public void Cells_OfAnotherReport_FailTheRule()
    {
        var reply = Check("needs: prior\nassert: \"false\"\ncells: [prior.applications.granted.total]");

        reply.RuleFailures.Single(failure => failure.RuleId == "rule-a").Message.ShouldContain("不能是上年报告");
    }

    [Theory]
    [InlineData("- {override: x-carry, off: true, reason: 不用}", "已停用：不用")]
    [InlineData("", null)]
    public void Reply_RuleThatNeedsThePriorAtHand_IsNamedOnlyWhereItIsOff(string overlay, string? reason)
    {
        var rules = overlay.Length == 0 ? TestRules.National : TestRules.Compile(overlay, onNational: true).RuleSet!;

        var named = Validator.Check(Read(2024), rules, LocalRecords.Empty, Prior()).Provenance.NotEvaluated
            .Where(rule => rule.RuleId == "x-carry").Select(rule => rule.Reason);

        named.ShouldBe(reason is null ? [] : [reason]);
    }

    [Theory]
    [InlineData(false, "缺上年报告")]
    [InlineData(true, "只适用于 2030 年起的报告")]
    public void Reply_RuleForOtherYearsThatNeedsAPrior_IsNamedOnce(bool hasPrior, string reason)
    {
        var rules = TestRules.Of("needs: prior\nsince: 2030");

        Validator.Check(Read(2024), rules, LocalRecords.Empty, hasPrior ? Prior() : RelatedReports.Empty).Provenance.NotEvaluated
            .ShouldHaveSingleItem().Reason.ShouldBe(reason);
    }

    [Fact]
    public void List_RuleThatNeedsOtherReports_SaysWhat()
    {
        var rules = TestRules.Of("needs: prior", "needs: subordinates", "needs: peers", "assert: \"true\"").List.Rules;

        rules.Select(rule => rule.WaitsFor).ShouldBe(["上年报告", "下级报告", "同级报告", string.Empty]);
    }

    private static ValidateReply Check(string rule) => Validator.Check(Read(2024), TestRules.Of(rule), LocalRecords.Empty, Prior());

    private static RelatedReports Prior() => new() { Prior = new RelatedReport(Read(2023).Report!) };

    private static ReadDraft Read(int year)
    {
        var text = new ReportText(_ => "0").Write(Layout.TabRows)
            .Replace("2024", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Validator.Read(Encoding.UTF8.GetBytes(text));
    }
}
