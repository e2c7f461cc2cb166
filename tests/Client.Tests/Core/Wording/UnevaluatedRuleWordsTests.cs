using Validation.Client.Tests.Support;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Tests.Core.Wording;

public sealed class UnevaluatedRuleWordsTests
{
    [Fact]
    public void Text_NothingToSay_IsEmpty()
    {
        var rules = new UnevaluatedRuleWords();
        rules.Add(null);
        rules.Add(new ValidateReply());
        rules.Add(Outcomes.Reply(Verdict.Accept));

        rules.Text.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("n3-yoy=缺上年报告", "本次没有检查的规则 1 条：n3-yoy（缺上年报告）。")]
    [InlineData("a=缺上年报告 b=已停用 c=缺上年报告", "本次没有检查的规则 3 条：a、c（缺上年报告）；b（已停用）。")]
    [InlineData("a=甲 b=甲 c=甲 d=甲", "本次没有检查的规则 4 条：a、b、c 等 4 条（甲）。")]
    [InlineData("a=1 b=2 c=3 d=4 e=5 f=6 g=7", "本次没有检查的规则 7 条：a（1）；b（2）；c（3）；d（4）；e（5）；另有 2 条。")]
    [InlineData("a=", "本次没有检查的规则 1 条：a。")]
    public void Text_OfRules_GroupsThemByReason(string rules, string text)
    {
        var unevaluated = new UnevaluatedRuleWords();
        unevaluated.Add(Reply(rules));

        unevaluated.Text.ShouldBe(text);
    }

    [Fact]
    public void Rules_OfSeveralReplies_CountOnce()
    {
        var unevaluated = new UnevaluatedRuleWords();
        unevaluated.Add(Reply("a=甲 b=甲"));
        unevaluated.Add(Reply("b=甲 c=乙"));

        unevaluated.Rules.Select(rule => rule.RuleId).ShouldBe(["a", "b", "c"]);
    }

    private static ValidateReply Reply(string rules)
    {
        var reply = Outcomes.Reply(Verdict.Accept);
        reply.Provenance.NotEvaluated.AddRange(rules.Split(' ').Select(rule => rule.Split('='))
            .Select(parts => new UnevaluatedRule { RuleId = parts[0], Title = "规则", Reason = parts[1] }));
        return reply;
    }
}
