using Validation.Engine.Bodies;
using Validation.Engine.Rules.Facts;
using Validation.Engine.Rules.Trying;
using Validation.Form;

namespace Validation.Engine.Tests.Rules.Trying;

/// <summary>Expressions that are tried out get the words and hints that rules get.</summary>
public sealed class ExpressionTrialTests
{
    [Theory]
    [InlineData("reprot.year", "第 1 行第 1 列：没有名为“reprot”的变量，是否想写“report”？")]
    [InlineData("report.yaer", "没有名为“yaer”的字段，是否想写“year”？")]
    [InlineData("report.year = 2024", "“=”应写作“==”")]
    [InlineData("section(7).text", "没有第 7 部分")]
    [InlineData("1 / (report.year - report.year)", "除数是 0")]
    [InlineData("[1][report.year]", "列表没有这一项")]
    [InlineData("max([1].filter(x, x > report.year))", "列表是空的")]
    [InlineData("percent(1, applications.received.total)", "percent() 的后一个数是 0")]
    public void Evaluate_WithoutValue_SaysWhyInChinese(string expression, string error) => Evaluate(expression).Error.ShouldContain(error);

    [Theory]
    [InlineData("applications.received.total / 2", "两个整数相除会舍去小数")]
    [InlineData("true || reprot.year > 1", "是否想写“report”？")]
    public void Evaluate_WithAValueThatARuleWouldNotGet_GivesAHint(string expression, string hint)
    {
        var value = Evaluate(expression);

        value.Error.ShouldBeEmpty();
        value.Hints.ShouldHaveSingleItem().ShouldContain(hint);
    }

    [Theory]
    [InlineData("percent(1, 4)", "25.0")]
    [InlineData("percent(1.5, 3)", "50.0")]
    [InlineData("percent(applications.received.total, 3.0)", "0.0")]
    public void Percent_OfTwoNumbers_KeepsTheRemainder(string expression, string json)
    {
        var value = Evaluate(expression);

        (value.Json, value.Type, value.Hints.Count).ShouldBe((json, "double", 0));
    }

    [Theory]
    [InlineData("", "report")]
    [InlineData("report", "report.title")]
    [InlineData("applications", "applications.refused")]
    [InlineData("applications.refused", "applications.refused.state_secret")]
    [InlineData("claims", "claims[].count")]
    [InlineData("claims.count", "claims[].count")]
    [InlineData("percent", "percent(int, int)")]
    public void Catalog_OfWhatRulesMaySay_NamesIt(string path, string entry) =>
        FactCatalog.Of(path)!.ShouldContain(found => found.Path == entry && found.Type.Length > 0);

    [Theory]
    [InlineData("reprot")]
    [InlineData("report.yaer")]
    public void Catalog_OfNothing_IsNone(string path) => FactCatalog.Of(path).ShouldBeNull();

    [Theory]
    [InlineData("report", "year")]
    [InlineData("claim", "kind")]
    [InlineData("match", "groups")]
    [InlineData("likeness", "share")]
    public void Catalog_OfTypes_HasTheirFieldsWithAnExplanation(string type, string field)
    {
        var fields = FactCatalog.FieldsByType()[type];

        fields.ShouldContain(found => found.Path == field);
        fields.ShouldAllBe(found => found.Type.Length > 0 && found.Meaning.Length > 0);
    }

    private static V1.ExpressionValue Evaluate(string expression)
    {
        var report = ReportTemplate.NewReport();
        report.Year = 2024;
        foreach (var cell in ReportTemplate.Cells.Values.Select(template => template.Of(report)))
        {
            (cell.State, cell.Value) = (V1.Cell.Types.State.Number, 0);
        }

        return ExpressionTrial.Evaluate(expression, report, BodyRegister.Empty, EngineLimits.Default);
    }
}
