using Validation.Client.Monitor;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

public sealed class NoticeBoardTests
{
    private readonly NoticeBoard _board = new();

    [Theory]
    [InlineData(Verdict.Reject, true)]
    [InlineData(Verdict.NotDecided, true)]
    [InlineData(null, true)]
    [InlineData(Verdict.Accept, false)]
    public void Save_WithTheSameAnswer_IsToldOnlyWhenSomethingIsWrong(Verdict? verdict, bool told)
    {
        var draft = Draft("a.docx", verdict, "1");
        _board.Add(draft, draft, CheckCause.Saved, TimeSpan.Zero);

        _board.Take(isIdle: true, TimeSpan.Zero).Count.ShouldBe(told ? 1 : 0);
    }

    [Fact]
    public void Save_WithTheSameAnswer_IsToldWhenWanted()
    {
        var draft = Draft("a.docx", Verdict.Accept);
        _board.TellsUnchanged = true;
        _board.Add(draft, draft, CheckCause.Saved, TimeSpan.Zero);

        _board.Take(isIdle: true, TimeSpan.Zero).Single().Weight.ShouldBe(NoticeWeight.Good);
    }

    [Theory]
    [InlineData(Verdict.Reject, 0, true)]
    [InlineData(Verdict.NotDecided, 0, true)]
    [InlineData(null, 0, true)]
    [InlineData(Verdict.Accept, 3, false)]
    [InlineData(Verdict.Accept, 0, false)]
    public void Answers_WhereErrorsAloneAreWanted_AreToldOnlyWithAProblem(Verdict? verdict, int warnings, bool told)
    {
        (_board.TellsErrorsOnly, _board.TellsUnchanged) = (true, true);
        var draft = Draft("a.docx", verdict, "1") with { Warnings = warnings };
        _board.Add(draft, before: null, CheckCause.Saved, TimeSpan.Zero);
        _board.Add(draft, Draft("a.docx", Verdict.Reject, "2"), CheckCause.NewRules, TimeSpan.Zero);

        _board.Take(isIdle: true, TimeSpan.Zero).Count.ShouldBe(told ? 2 : 0);
        _board.ServerLost(1, "没有应答").ShouldNotBeNull();
    }

    [Fact]
    public void Answer_ThatWasAskedFor_IsToldAlsoWhereErrorsAloneAreWanted()
    {
        _board.TellsErrorsOnly = true;
        _board.Add(Draft("a.docx", Verdict.Accept), before: null, CheckCause.Asked, TimeSpan.Zero);

        _board.Take(isIdle: true, TimeSpan.Zero).ShouldHaveSingleItem();
    }

    [Fact]
    public void Save_ThatMendsAWarning_IsTold()
    {
        _board.Add(Draft("a.docx", Verdict.Accept), Draft("a.docx", Verdict.Accept, "1"), CheckCause.Saved, TimeSpan.Zero);

        _board.Take(isIdle: true, TimeSpan.Zero).ShouldHaveSingleItem();
    }

    [Fact]
    public void Draft_CheckedForTheFirstTime_IsTold()
    {
        _board.Add(Draft("a.docx", Verdict.Accept), null, CheckCause.Saved, TimeSpan.Zero);

        var notice = _board.Take(isIdle: true, TimeSpan.Zero).Single();
        notice.Title.ShouldBe("a.docx");
        notice.Draft!.Name.ShouldBe("a.docx");
    }

    [Fact]
    public void Drafts_ManyAtOnce_AreToldTogetherWithTheWorst()
    {
        for (var i = 0; i < 1000; i++)
        {
            _board.Add(Draft($"{i}.docx", i == 500 ? Verdict.Reject : Verdict.Accept), null, CheckCause.Saved, TimeSpan.Zero);
            _board.Take(isIdle: false, TimeSpan.FromSeconds(1)).ShouldBeEmpty();
        }

        var notice = _board.Take(isIdle: true, TimeSpan.FromSeconds(2)).Single();
        notice.Title.ShouldContain("1000");
        notice.Text.ShouldContain("500.docx");
        notice.Weight.ShouldBe(NoticeWeight.Error);
        _board.Take(isIdle: true, TimeSpan.FromSeconds(20)).ShouldBeEmpty();
    }

    [Fact]
    public void Drafts_TwoAtOnce_AreOneNoticeThatNamesTheWorstFinding()
    {
        var bad = Draft("b.docx", Verdict.Reject, "1") with { Worst = "总计一列：收 1，办 2。" };
        _board.Add(Draft("a.docx", Verdict.Accept), null, CheckCause.Saved, TimeSpan.Zero);
        _board.Add(bad, null, CheckCause.Saved, TimeSpan.Zero);

        var notice = _board.Take(isIdle: true, TimeSpan.Zero).Single();

        notice.Title.ShouldBe("检查了 2 份草稿");
        notice.Text.ShouldContain("有问题的：b.docx\n总计一列：收 1，办 2。");
        (notice.Draft, notice.Drafts).ShouldBe((bad, 2));
    }

    [Fact]
    public void Drafts_ThatDoNotEnd_AreToldAfterSomeSeconds()
    {
        _board.Add(Draft("a.docx", Verdict.Reject), null, CheckCause.Saved, TimeSpan.FromSeconds(1));

        _board.Take(isIdle: false, TimeSpan.FromSeconds(5.9)).ShouldBeEmpty();
        _board.NextDue.ShouldBe(TimeSpan.FromSeconds(6));
        _board.Take(isIdle: false, TimeSpan.FromSeconds(6)).ShouldHaveSingleItem();
    }

    [Fact]
    public void NewRules_TellOnlyOfWhatHasChanged()
    {
        var same = Draft("a.docx", Verdict.Reject, "1");
        _board.Add(same, same, CheckCause.NewRules, TimeSpan.Zero);
        _board.Take(isIdle: true, TimeSpan.Zero).ShouldBeEmpty();

        _board.Add(Draft("b.docx", Verdict.Reject, "1"), Draft("b.docx", Verdict.Accept), CheckCause.NewRules, TimeSpan.Zero);
        _board.Add(Draft("c.docx", Verdict.Accept), Draft("c.docx", Verdict.Reject, "1"), CheckCause.NewRules, TimeSpan.Zero);

        var notice = _board.Take(isIdle: true, TimeSpan.Zero).Single();
        notice.Title.ShouldContain("2026.2+3");
        notice.Text.ShouldContain("2 份");
        notice.Draft!.Name.ShouldBe("b.docx");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Draft_AnsweredTwiceBeforeItIsTold_IsToldOnceWithTheNewestAnswer(bool errorsOnly)
    {
        _board.TellsErrorsOnly = errorsOnly;
        var wrong = Draft("a.docx", Verdict.Reject, "1");
        var right = Draft("a.docx", Verdict.Accept);
        _board.Add(wrong, null, CheckCause.Saved, TimeSpan.Zero);
        _board.Add(right, wrong, CheckCause.Saved, TimeSpan.Zero);
        _board.Add(right, right, CheckCause.Saved, TimeSpan.Zero);

        var notices = _board.Take(isIdle: true, TimeSpan.Zero);

        notices.Select(notice => notice.Draft!.Verdict).ShouldBe(errorsOnly ? [] : [Verdict.Accept]);
        notices.ShouldAllBe(notice => notice.Drafts == 1);
    }

    [Fact]
    public void Server_Lost_IsToldOnceAndOnlyWhileDraftsWait()
    {
        _board.ServerLost(0, "没有应答。").ShouldBeNull();
        _board.ServerLost(1, "没有应答。").ShouldNotBeNull().Text.ShouldContain("1 份");
        _board.ServerLost(2, "没有应答。").ShouldBeNull();
        _board.ServerBack();
        _board.ServerLost(2, "没有应答。").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("\U00020000")]
    [InlineData("e\u0301\u0323")]
    public void Texts_OfAnyLength_FitANotification(string character)
    {
        var worst = string.Concat(Enumerable.Repeat(character, 300));
        var draft = Draft(new string('长', 300) + ".docx", Verdict.Reject) with { Worst = worst };
        _board.Add(draft, null, CheckCause.Saved, TimeSpan.Zero);

        var notice = _board.Take(isIdle: true, TimeSpan.Zero).Single();
        notice.Title.Length.ShouldBeLessThan(64);
        notice.Text.Length.ShouldBeLessThan(256);
        notice.Text.ShouldEndWith(character + "…");
    }

    private static CheckedDraft Draft(string name, Verdict? verdict, params string[] fingerprints) => new()
    {
        FilePath = Path.Combine(Path.GetTempPath(), name),
        Verdict = verdict,
        Summary = "有错误，须修改",
        CheckedAt = DateTimeOffset.UnixEpoch,
        RuleSetVersion = "2026.2+3",
        Fingerprints = fingerprints,
    };
}
