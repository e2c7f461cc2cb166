using Validation.Client.Tests.Support;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Tests.Core.Wording;

public sealed class FindingComparisonTests
{
    private const string Gone = "ffffffffffffffff";

    private static readonly string[] Before = [Outcomes.Balance().Fingerprint, Gone];

    [Theory]
    [InlineData(2, 1, 0, "修好 2 处，还有 1 处")]
    [InlineData(2, 0, 0, "修好 2 处，没有剩下的")]
    [InlineData(0, 3, 1, "新出现 1 处；原来的还有 3 处")]
    [InlineData(2, 1, 1, "新出现 1 处；原来的修好 2 处，还有 1 处")]
    [InlineData(0, 0, 4, "新出现 4 处")]
    [InlineData(0, 2, 0, "还有 2 处")]
    [InlineData(0, 0, 0, "")]
    public void Changes_InWords_LeadWithWhatIsNew(int gone, int remaining, int added, string words) =>
        new FindingChanges(gone, remaining, added).Text.ShouldBe(words);

    [Fact]
    public void Reply_OfAServerThatCompares_IsTakenAtItsWord()
    {
        var reply = Outcomes.Reply(Verdict.Reject, Outcomes.Balance(), Outcomes.MissingPeriod());
        // The other way round than this program would say.
        reply.Findings[0].Novelty = Novelty.New;
        reply.Findings[1].Novelty = Novelty.Remaining;
        reply.Since = new SinceLastCheck { Unknown = { Gone }, Remaining = 1, Added = 1 };

        var comparison = FindingComparison.Of(Before, reply);

        comparison.Changes.ShouldBe(new FindingChanges(0, 1, 1));
        comparison.New.ShouldHaveSingleItem().ShouldBe(reply.Findings[0]);
        comparison.Known.ShouldBe([reply.Findings[0].Fingerprint, reply.Findings[1].Fingerprint, Gone]);
    }

    [Fact]
    public void Reply_OfAnOldServer_IsComparedHere()
    {
        var reply = Outcomes.Reply(Verdict.Reject, Outcomes.Balance(), Outcomes.MissingPeriod());

        var comparison = FindingComparison.Of(Before, reply);

        comparison.Changes.ShouldBe(new FindingChanges(1, 1, 1));
        comparison.New.ShouldHaveSingleItem().ShouldBe(reply.Findings[1]);
        comparison.Known.ShouldBe([reply.Findings[0].Fingerprint, reply.Findings[1].Fingerprint]);
    }

    [Fact]
    public void Reply_OfAnOldServerThatJudgedNothing_FixesNothingAndForgetsNothing()
    {
        foreach (var reply in new[] { Outcomes.NotAReport(), Partly(), WithFailedRule(), Shortened() })
        {
            var comparison = FindingComparison.Of(Before, reply);

            comparison.Changes.ShouldBe(new FindingChanges(0, 0, 0));
            comparison.Known.ShouldBe(Before);
        }
    }

    [Fact]
    public void Finding_Accepted_IsNeitherNewNorRemaining()
    {
        var old = new Finding(Outcomes.Balance()) { Accepted = new Accepted() };
        var added = new Finding(Outcomes.MissingPeriod()) { Accepted = new Accepted() };

        var comparison = FindingComparison.Of(Before, Outcomes.Reply(Verdict.Accept, old, added));

        comparison.Changes.ShouldBe(new FindingChanges(1, 0, 0));
        comparison.New.ShouldBeEmpty();
        // Should the acceptance end, it was there before.
        comparison.Known.ShouldBe([old.Fingerprint, added.Fingerprint]);
    }

    private static ValidateReply Partly() => new() { Verdict = Verdict.NotDecided, Reason = Reason.PartlyUnreadable };

    private static ValidateReply WithFailedRule() =>
        new() { Verdict = Verdict.Accept, RuleFailures = { new RuleFailure { RuleId = "r" } } };

    private static ValidateReply Shortened() => new() { Verdict = Verdict.Reject, Notices = { ReplyNotice.FindingsOmitted } };
}
