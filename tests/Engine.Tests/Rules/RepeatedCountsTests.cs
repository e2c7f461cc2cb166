using System.Text;
using Validation.Engine.Rules;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

/// <summary>A draft with one sentence of some ten thousand counts, which once made a rule run into its time on a busy machine and not on an
/// idle one.</summary>
public sealed class RepeatedCountsTests
{
    // What the national set searched for then: each match reads on to the end of the sentence.
    private const string Greedy = @"[0-9]+条([^。；]{0,40}其中[^。；]*[0-9]+条)?";

    private static readonly byte[] Draft =
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "hostile", "repeated-counts.txt"));

    [Fact]
    public void Check_NationalRules_NoneFails() =>
        new ReportValidator().Validate(Draft, TestRules.National).RuleFailures.ShouldBeEmpty();

    [Theory]
    [InlineData("size(find(prose, '{0}')) >= 0")]
    [InlineData("size(prose.text.findAll('{0}')) >= 0")]
    [InlineData("prose.text.count('{0}') >= 0")]
    [InlineData("size(prose.text.replaceAll('{0}', '')) >= 0")]
    public void Check_RuleThatSearchesGreedily_FailsAtEveryLoadAndOnNoOtherDraft(string assert)
    {
        var text = assert.Replace("{0}", Greedy, StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var rules = TestRules.Of($"assert: \"{text}\"");
        var failures = new string[8];
        Parallel.For(0, failures.Length, turn => failures[turn] = Failure(Draft, rules));

        failures.Distinct().ShouldHaveSingleItem().ShouldNotBeEmpty();
        Failure(Encoding.UTF8.GetBytes(new Sample("xushui-2024").Text), rules).ShouldBeEmpty();
    }

    private static string Failure(byte[] draft, RuleSet rules)
    {
        var reply = new ReportValidator().Validate(draft, rules);
        reply.Reason.ShouldBe(reply.RuleFailures.Count > 0 ? Reason.RuleFailed : reply.Reason);
        return string.Join('\n', reply.RuleFailures.Select(failure => failure.Message));
    }
}
