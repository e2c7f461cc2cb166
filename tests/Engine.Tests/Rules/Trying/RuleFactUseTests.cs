using Validation.Engine.Rules.Trying;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Rules.Trying;

public sealed class RuleFactUseTests
{
    [Fact]
    public void Facts_OfARule_AreThoseOfItsExpressionsByTheirLongestKnownPath()
    {
        var rules = TestRules.Of("""
            each: {c: "claims.filter(x, x.own && x.kind == 'report.title')"}
            assert: applications.granted.total >= percent(c.count, 3) && section(2).text != ''
            cells: [applications.granted.total]
            """);

        var used = RuleFactUse.Of(rules.Rules[0]);

        used.Select(entry => entry.Path.Split('(')[0]).ShouldBe(["claims", "applications.granted.total", "percent", "section"]);
        used.ShouldAllBe(entry => entry.Meaning.Length > 0 || entry.Path == "applications.granted.total");
    }

    [Fact]
    public void Rules_OfTheNationalSet_ReadFacts()
    {
        foreach (var rule in TestRules.National.Rules.Where(rule => rule.IsEvaluated))
        {
            RuleFactUse.Of(rule).ShouldNotBeEmpty(rule.Header.Id);
        }
    }
}
