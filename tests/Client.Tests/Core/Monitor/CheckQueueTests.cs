using Validation.Client.Monitor;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Monitor;

public sealed class CheckQueueTests
{
    private readonly CheckQueue _queue = new();

    [Fact]
    public void Drafts_Added_ComeInTheirOrderEachOnce()
    {
        Add("b");
        Add("a");
        Add("b");

        Take().ShouldBe("b");
        Take().ShouldBe("a");
        Take().ShouldBeNull();
        _queue.UnderWay.ShouldBe(2);
    }

    [Fact]
    public void Draft_SavedWhileUnderWay_WaitsForItsEnd()
    {
        Add("a");
        var first = _queue.Take(TimeSpan.Zero)!;
        Add("a");

        Take().ShouldBeNull();
        _queue.Count.ShouldBe(1);
        _queue.NextDue.ShouldBeNull();
        _queue.End(first);
        Take().ShouldBe("a");
    }

    [Theory]
    [InlineData(CheckCause.NewRules, CheckCause.Saved, CheckCause.Saved)]
    [InlineData(CheckCause.Saved, CheckCause.NewRules, CheckCause.Saved)]
    [InlineData(CheckCause.Asked, CheckCause.Saved, CheckCause.Asked)]
    internal void Draft_AddedForTwoCauses_TakesTheStronger(CheckCause one, CheckCause other, CheckCause both)
    {
        Add("a", one);
        Add("a", other);

        _queue.Take(TimeSpan.Zero)!.Cause.ShouldBe(both);
    }

    [Fact]
    public void Draft_Postponed_WaitsForItsTime()
    {
        _queue.Add(new PendingCheck("a", CheckCause.Saved) { DueAt = TimeSpan.FromSeconds(5) });
        Add("b");

        Take().ShouldBe("b");
        Take().ShouldBeNull();
        _queue.NextDue.ShouldBe(TimeSpan.FromSeconds(5));
        _queue.Take(TimeSpan.FromSeconds(5))!.FilePath.ShouldBe("a");
    }

    [Fact]
    public void Draft_SavedAgainWhilePostponed_MayBeginAtOnce()
    {
        _queue.Add(new PendingCheck("a", CheckCause.Saved) { DueAt = TimeSpan.FromHours(1) });
        Add("a");

        Take().ShouldBe("a");
    }

    [Fact]
    public async Task Askers_OfOneDraft_AreBothTold()
    {
        var one = new TaskCompletionSource<CheckedDraft?>();
        var other = new TaskCompletionSource<CheckedDraft?>();
        _queue.Add(new PendingCheck("a", CheckCause.Asked) { Asker = one });
        _queue.Add(new PendingCheck("a", CheckCause.Asked) { Asker = other });

        _queue.Take(TimeSpan.Zero)!.Asker!.SetResult(null);

        (await Task.WhenAll(one.Task, other.Task).WaitAsync(TestTime.Limit)).ShouldBe([null, null]);
    }

    [Theory]
    [InlineData(CheckCause.Saved)]
    [InlineData(CheckCause.NewRules)]
    [InlineData(null)]
    internal void Draft_AskedFor_StillWaitsForItsOtherCauseOnceWhoAsksIsTold(CheckCause? cause)
    {
        Ask();
        if (cause is { } other)
        {
            Add("a", other);
        }

        Ask();

        _queue.Patient.ShouldBe(cause is null ? 0 : 1);
        var check = _queue.Take(TimeSpan.Zero)!;
        check.Cause.ShouldBe(CheckCause.Asked);
        var waiting = check.WithoutAsker();
        (waiting?.Cause).ShouldBe(cause);
        (waiting?.Asker).ShouldBeNull();

        void Ask() => _queue.Add(new PendingCheck("a", CheckCause.Asked) { Asker = new TaskCompletionSource<CheckedDraft?>() });
    }

    private void Add(string path, CheckCause cause = CheckCause.Saved) => _queue.Add(new PendingCheck(path, cause));

    private string? Take() => _queue.Take(TimeSpan.Zero)?.FilePath;
}
