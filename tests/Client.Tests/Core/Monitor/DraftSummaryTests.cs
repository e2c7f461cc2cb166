using Validation.Client.Monitor;
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

        MonitorTexts.NoticeText(draft).ShouldBe("通过，没有发现问题");
    }

    [Fact]
    public void Notice_OfAFindingWithASuspectCell_NamesItAndTheMend()
    {
        var reply = CheckedSample.Of("jiyuan-2024", ("(七) 总计\t1\t0", "(七) 总计\t7\t0")).Reply!;

        var draft = DraftSummary.Of("年报.txt", reply, ParsedPage.CheckedAt);

        draft.Lead.ShouldBe("很可能“（七）总计”的“自然人”应为 1。");
        MonitorTexts.NoticeText(draft).ShouldContain($"\n很可能“（七）总计”的“自然人”应为 1。{draft.Worst[..10]}");
        MonitorTexts.NoticeText(draft).Length.ShouldBeLessThan(256);
    }

    [Fact]
    public void Notice_WithoutASuspectCell_ClaimsNothing()
    {
        var finding = Outcomes.Balance();
        finding.Suggestions.Clear();
        var cell = finding.Cells[0];
        foreach (var one in finding.Cells)
        {
            one.Suspect = false;
        }

        finding.Suggestions.Add(new Suggestion { Text = "改。", Edits = { new CellEdit { Path = cell.Path, Text = "12" } } });
        Of(finding).Lead.ShouldBeEmpty();

        cell.Suspect = true;
        Of(finding).Lead.ShouldStartWith("很可能");

        finding.Suggestions.Insert(0, new Suggestion { Text = "或者改别处。" });
        Of(finding).Lead.ShouldBeEmpty();

        finding.Suggestions.RemoveAt(0);
        finding.Accepted = new Accepted { Author = "张三", Reason = "台账如此" };
        Of(finding).Lead.ShouldBeEmpty();
    }

    private static CheckedDraft Of(params Finding[] findings) =>
        DraftSummary.Of("年报.txt", Outcomes.Reply(Verdict.Reject, findings), ParsedPage.CheckedAt);
}
