using System.Globalization;
using Validation.Engine.Bodies;
using Validation.Engine.Rules.Trying;
using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Tests.Rules.Facts;

/// <summary>What expressions see of a real report.</summary>
public sealed class FactTests
{
    private static readonly Report Report = new Sample("qinhuangdao-2024").Check().Report;

    public static TheoryData<string, string> Expressions => new()
    {
        { "report.title", "\"秦皇岛经济技术开发区管理委员会2024年政府信息公开工作年度报告\"" },
        { "report.organization", "\"秦皇岛经济技术开发区管理委员会\"" },
        { "report.year", "2024" },
        { "has(report.period)", "false" },
        { "applications.received.natural_person + applications.carried_in.natural_person", "31" },
        { "applications.received.natural_person + applications.carried_in.total == 31", "true" },
        { "applications.received.commercial == 0", "true" },
        { "applications.received.commercial.state", "\"BLANK\"" },
        { "applications.unavailable.not_held.total.row", "\"（四）无法提供 1.本机关不掌握相关政府信息\"" },
        { "applications.unavailable.not_held.total.column", "\"总计\"" },
        { "applications.unavailable.not_held.total.path", "\"applications.unavailable.not_held.total\"" },
        { "applications.unavailable.label", "\"（四）无法提供\"" },
        { "applications.unavailable.rows.map(r, r.total).map(c, int(c))", "[19,0,0]" },
        { "sum(applications.unavailable.rows.map(r, r.total))", "19" },
        { "applications.rows.size()", "25" },
        { "applications.rows[2].label", "\"（一）予以公开\"" },
        { "applications.rows.all(r, r.parts.size() == 6 && r.cells.size() == 7 && sum(r.parts) == r.total)", "true" },
        { "applications.columns.map(c, c.label)", "[\"自然人\",\"商业企业\",\"科研机构\",\"社会公益组织\",\"法律服务机构\",\"其他\",\"总计\"]" },
        { "applications.columns[0].results.size()", "21" },
        { "applications.columns.all(c, sum(c.results) == c.results_total)", "true" },
        {
            "applications.columns.filter(c, c.received + c.carried_in != c.results_total + c.carried_out).map(c, c.key)",
            "[\"natural_person\",\"total\"]"
        },
        { "applications.columns[6].unavailable.not_held == 19", "true" },
        { "applications.cells.size()", "175" },
        { "disclosure.licensing.decisions > 30000", "true" },
        { "disclosure.fees.amount + 0.5", "837.5" },
        { "disclosure.cells.size()", "10" },
        { "disclosure.normative_documents.label", "\"行政规范性文件\"" },
        { "disputes.review.upheld + disputes.review.corrected", "6" },
        { "disputes.groups.all(g, sum(g.outcomes) == g.total)", "true" },
        { "disputes.groups.map(g, g.label)", "[\"行政复议\",\"行政诉讼·未经复议直接起诉\",\"行政诉讼·复议后起诉\"]" },
        { "disclosure.present && applications.present && disputes.present", "true" },
        { "sections.map(s, s.ordinal)", "[1,2,3,4,5,6]" },
        { "section(3).numbering", "\"3、\"" },
        { "section(3).name", "\"收到和处理政府信息公开申请情况\"" },
        { "section(1).text.contains('主动公开政府信息4000余条')", "true" },
        { "section(1).paragraphs.size() > 5", "true" },
        { "section(1).sentences.exists(s, s.text.contains('行政复议12件'))", "true" },
        { "section(1).sentences.all(s, s.section == 1)", "true" },
        { "find(section(1), '受理依申请公开事项([0-9]+)件').map(m, m.groups[0])", "[\"34\"]" },
        { "find(section(1), '34件')[0].sentence.contains('其中行政复议12件')", "true" },
        { "find(section(1), '34件')[0].before.contains('规范答复')", "false" },
        { "find(section(1), '34件')[0].after.contains('规范答复')", "true" },
        { "find(prose, '2024年').size() > 1", "true" },
        { "opening.text.contains('现将2024年政府信息公开工作情况报告如下')", "true" },
        { "deviations.exists(d, d.kind == 'LABEL' && d.table == 'applications')", "true" },
        { "deviations.exists(d, d.kind == 'SECTION_NUMBER' && d.section == 3 && d.actual == '3、')", "true" },
        { "places(disputes.cells.filter(c, c.state == 'BLANK')) != ''", "true" },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Evaluate_FactOfTheReport_AsTheDocumentSays(string expression, string json)
    {
        var value = ExpressionTrial.Evaluate(expression, Report, BodyRegister.Empty, EngineLimits.Default);
        value.Error.ShouldBeEmpty();
        value.Json.ShouldBe(json);
    }

    [Fact]
    public void Evaluate_EveryCellByItsPath_StateAndNumberOfTheReport()
    {
        foreach (var template in ReportTemplate.Cells.Values)
        {
            var cell = template.Of(Report);
            var state = ExpressionTrial.Evaluate($"{template.Path}.state", Report, BodyRegister.Empty, EngineLimits.Default).Json;
            state.ShouldBe($"\"{StateOf(cell)}\"", template.Path);
            var number = ExpressionTrial.Evaluate($"double({template.Path})", Report, BodyRegister.Empty, EngineLimits.Default).Json;
            double.Parse(number, CultureInfo.InvariantCulture).ShouldBe(cell.HasValue ? cell.Value : 0, template.Path);
        }
    }

    [Theory]
    [InlineData("applications.received.total + 1")]
    [InlineData("sum(applications.columns[6].cells)")]
    [InlineData("section(5).text")]
    [InlineData("report.period.start")]
    public void Evaluate_FactThatIsMissing_CannotBeTold(string expression) =>
        ExpressionTrial.Evaluate(expression, ReportTemplate.NewReport(), BodyRegister.Empty, EngineLimits.Default).Error.ShouldNotBeEmpty();

    [Theory]
    [InlineData("assert: applications.received.total == 7")]
    [InlineData("assert: section(5).text == ''")]
    [InlineData("applies: section(5).text == ''\nassert: \"false\"")]
    [InlineData("each: {p: section(5).paragraphs}\nassert: \"false\"")]
    [InlineData("assert: report.period.start == '2024-01-01'")]
    public void Rule_FactThatIsMissing_NoFindingAndNoFailure(string rule)
    {
        var result = Validation.Engine.Rules.RuleEngine.Evaluate(TestRules.Of(rule), ReportTemplate.NewReport(), EngineLimits.Default);

        result.Findings.ShouldBeEmpty();
        result.Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("find(section(1), '(')")]
    [InlineData("1 / 0")]
    [InlineData("applications.nothing")]
    [InlineData("nothing")]
    [InlineData("(")]
    [InlineData("")]
    [InlineData("applications.cells.map(a, applications.cells.map(b, applications.cells.map(c, a + b + c)))")]
    public void Evaluate_BadExpression_ErrorAndNoValue(string expression)
    {
        var value = ExpressionTrial.Evaluate(expression, Report, BodyRegister.Empty, EngineLimits.Default);
        value.Error.ShouldNotBeEmpty();
        (value.Json, value.Type).ShouldBe(("", ""));
    }

    [Theory]
    [InlineData("1 + 1", "2", "int")]
    [InlineData("'a' + 'b'", "\"ab\"", "string")]
    [InlineData("f_unknown(17) || true", "true", "bool")]
    public void Evaluate_WithoutReport_ValueAndType(string expression, string json, string type)
    {
        var value = ExpressionTrial.Evaluate(expression, null, BodyRegister.Empty, EngineLimits.Default);
        (value.Json, value.Type, value.Error).ShouldBe((json, type, ""));
    }

    private static string StateOf(Cell cell) => Cell.Descriptor.EnumTypes[0].FindValueByNumber((int)cell.State).Name;
}
