using Validation.Engine.Rules;
using Validation.Engine.Tests.Support;
using Validation.Form;

namespace Validation.Engine.Tests.Rules.Files;

public sealed class TextTemplateTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{1 + 1}", "2")]
    [InlineData("a{1}b{2}c", "a1b2c")]
    [InlineData("{{{1}}}", "{1}")]
    [InlineData("a{{b}}c", "a{b}c")]
    [InlineData("{'}'}", "}")]
    [InlineData("{'a\\'}'}", "a'}")]
    [InlineData("{ {'a': 7}['a'] }", "7")]
    [InlineData("{1.5}／{2.0}", "1.5／2")]
    [InlineData("{['a', 'b']}", "a、b")]
    [InlineData("{applications.granted.total}", "？")]
    public void Message_Template_ExpressionsFilledIn(string template, string message)
    {
        var quoted = "'" + template.Replace("'", "''", StringComparison.Ordinal) + "'";
        var rules = TestRules.Of($"assert: \"false\"\nmessage: {quoted}");
        var findings = RuleEngine.Evaluate(rules, ReportTemplate.NewReport(), EngineLimits.Default).Findings;
        findings.ShouldHaveSingleItem().Message.ShouldBe(message);
    }
}
