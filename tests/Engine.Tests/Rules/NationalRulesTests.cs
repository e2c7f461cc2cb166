using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

/// <summary>Rules about facts of the parser, from whole texts: a report that is right, and one that differs in what the rule looks for. The
/// rules' own tests begin with the facts.</summary>
public sealed class NationalRulesTests
{
    private static readonly NumbersThatBalance Numbers = new(11, 40);

    private static readonly string Right = new ReportText(cell => $"{Numbers[cell]}").Write(Layout.TabRows);

    private static readonly Dictionary<string, string> Wrong = new()
    {
        ["sec-missing"] = Replaced("五、存在的主要问题及改进情况\n", string.Empty),
        ["sec-number"] = Replaced("五、存在", "5、存在"),
        ["sec-order"] = Replaced("六、其他需要报告的事项\n", "六、其他需要报告的事项\n无\n一、总体情况\n"),
        ["t2-missing"] = Omitting(row => row.StartsWith("disclosure.", StringComparison.Ordinal)),
        ["t2-rows"] = Omitting(row => row == "disclosure.penalties"),
        ["sec-heading-text"] = Replaced("五、存在的主要问题及改进情况", "五、存在问题和改进措施"),
        ["sec-heading-cut"] = Replaced("五、存在的主要问题及改进情况", "五、在的主要问题及改进情况"),
        ["sec-extra"] = Replaced("三、收到和处理", "三、重点领域公开\n三、收到和处理"),
        ["q-dup-words"] = Replaced("严格信息审核管理", "严格信息审核审核管理"),
        ["q-quote"] = Replaced("严格信息审核管理", "严格“三审三校"),
        ["t2-label"] = Replaced("行政规范性文件", "行政规范文件"),
        ["t2-term-xzgfxwj"] = Replaced("行政规范性文件", "规范性文件"),
        ["t2-cell-type"] = With("disclosure.penalties.decisions", "约5"),
        ["t2-blank"] = With("disclosure.penalties.decisions", string.Empty),
        ["t2-slash"] = With("disclosure.penalties.decisions", "——"),
        ["t3-missing"] = Omitting(row => row.StartsWith("applications.", StringComparison.Ordinal)),
        ["t3-rows"] = Omitting(row => row == "applications.refused.inquiry"),
        ["t3-label"] = Replaced("5.属于三类内部事务信息", "5.属于三类内容事务信息"),
        ["t3-cell-type"] = With("applications.granted.commercial", "-1"),
        ["t3-blank"] = With("applications.granted.commercial", string.Empty),
        ["t3-slash"] = With("applications.granted.commercial", "/"),
        ["t3-stray-value"] = Replaced("三、本年度办理结果", "三、本年度办理结果0"),
        ["t3-row-total"] = With("applications.granted.total", "9999"),
        ["t3-results-total"] = With("applications.results_total.other", "9999"),
        ["t3-balance"] = With("applications.received.other", "9999"),
        ["t4-missing"] = Omitting(row => row == "disputes"),
        ["t4-cell-type"] = With("disputes.review.upheld", "3件"),
        ["t4-blank"] = With("disputes.review.upheld", string.Empty),
        ["t4-slash"] = With("disputes.review.upheld", "无"),
        ["t4-total"] = With("disputes.litigation_direct.total", "9999"),
    };

    public static TheoryData<string> RuleIds() => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Check_RightReport_NothingFound(string id) => Of(id, Right).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Check_WrongReport_FoundWithAllThatAClientShows(string id)
    {
        var findings = Of(id, Wrong[id]);
        findings.ShouldNotBeEmpty();
        foreach (var finding in findings)
        {
            finding.Title.ShouldNotBeEmpty();
            finding.Basis.ShouldNotBeEmpty();
            finding.Message.ShouldEndWith("。");
            finding.Section.ShouldNotBeEmpty();
            finding.Fingerprint.Length.ShouldBe(16);
        }
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Check_WrongReport_FingerprintsUnique(string id) =>
        Sample.Check(Wrong[id]).Findings.Select(finding => finding.Fingerprint).ShouldBeUnique();

    private static List<Finding> Of(string id, string text) => [.. Sample.Check(text).Findings.Where(finding => finding.RuleId == id)];

    private static string Replaced(string old, string text)
    {
        Right.ShouldContain(old);
        return Right.Replace(old, text, StringComparison.Ordinal);
    }

    private static string Omitting(Func<string, bool> omits) =>
        new ReportText(cell => $"{Numbers[cell]}") { Omits = omits }.Write(Layout.TabRows);

    private static string With(string path, string text) =>
        new ReportText(cell => cell.Path == path ? text : $"{Numbers[cell]}").Write(Layout.TabRows);
}
