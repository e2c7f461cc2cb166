using Validation.Client.Internal;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

public sealed class DraftSummaryTests
{
    [Fact]
    public void Worst_OfAReply_IsWhatTheServerPutsFirst() =>
        Of(Outcomes.Balance(), Outcomes.MissingPeriod(), Outcomes.Heading()).Worst.ShouldBe(Outcomes.Balance().Message);

    [Fact]
    public void Worst_FirstOneAccepted_IsTheNext()
    {
        var accepted = new Finding(Outcomes.Balance()) { Accepted = new Accepted { Author = "张三", Reason = "台账如此" } };

        Of(accepted, Outcomes.MissingPeriod()).Worst.ShouldBe(Outcomes.MissingPeriod().Message);
        Of(accepted).Worst.ShouldBeEmpty();
    }

    [Fact]
    public void Worst_HintsOnly_IsEmpty() => Of(Outcomes.Heading()).Worst.ShouldBeEmpty();

    [Fact]
    public void Worst_NoFindings_IsEmpty() => Of().Worst.ShouldBeEmpty();

    [Fact]
    public void Summary_RulesNotEvaluated_SaysNothingOfThem()
    {
        var draft = DraftSummary.Of("年报.txt", Outcomes.Waiting(Outcomes.Reply(Verdict.Accept)), ParsedPage.CheckedAt);

        Texts.NoticeText(draft).ShouldBe("通过，没有发现问题");
    }

    private static CheckedDraft Of(params Finding[] findings) =>
        DraftSummary.Of("年报.txt", Outcomes.Reply(Verdict.Reject, findings), ParsedPage.CheckedAt);
}
