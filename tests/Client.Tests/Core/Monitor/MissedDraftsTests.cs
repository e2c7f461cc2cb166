using Validation.Client.Monitor;

namespace Validation.Client.Tests.Core.Monitor;

public sealed class MissedDraftsTests
{
    private static readonly DraftRecord Record = DraftRecord.Learned("a", default);

    private readonly MissedDrafts _missed = new();

    [Fact]
    public void Draft_MissingTwice_IsGone()
    {
        _missed.IsGone("a", Record, At(0)).ShouldBeFalse();
        _missed.NextDue.ShouldBe(At(5));
        _missed.IsGone("a", Record, At(5)).ShouldBeTrue();
    }

    [Fact]
    public void Draft_LookedForTwiceInAMoment_IsNotGone()
    {
        _missed.IsGone("a", Record, At(0)).ShouldBeFalse();
        _missed.IsGone("a", Record, At(1)).ShouldBeFalse();
    }

    [Fact]
    public void Draft_ThereBetweenTwoLooks_IsNotGone()
    {
        _missed.IsGone("a", Record, At(0)).ShouldBeFalse();
        _missed.Take("a");
        _missed.NextDue.ShouldBeNull();
        _missed.IsGone("a", Record, At(15)).ShouldBeFalse();
    }

    [Fact]
    public void Draft_CheckedBetweenTwoLooks_IsNotGone()
    {
        _missed.IsGone("a", Record, At(0)).ShouldBeFalse();
        _missed.IsGone("a", Record with { Length = 1 }, At(5)).ShouldBeFalse();
    }

    [Fact]
    public void Draft_AwayBetweenTwoLooks_IsNotGone()
    {
        _missed.Add("a", Check(CheckCause.Saved), At(0));
        _missed.IsGone("a", Record, At(5)).ShouldBeFalse();
        _missed.Away("a");
        _missed.IsGone("a", Record, At(15)).ShouldBeFalse();
        _missed.Take("a")!.Cause.ShouldBe(CheckCause.Saved);
    }

    [Fact]
    public void Draft_Away_IsLookedForOnlyWhenACheckWaitsForIt()
    {
        _missed.Add("a", null, At(0));
        _missed.Add("b", Check(CheckCause.NewRules), At(0));
        _missed.Away("a");
        _missed.Away("b");

        _missed.TakeDue(At(4)).ShouldBeEmpty();
        _missed.TakeDue(At(5)).ShouldBe(["b"]);
        _missed.NextDue.ShouldBe(At(10));
    }

    [Theory]
    [InlineData(CheckCause.Saved, CheckCause.NewRules)]
    [InlineData(CheckCause.NewRules, CheckCause.Saved)]
    internal void Checks_OfOneDraft_LeaveTheStronger(CheckCause one, CheckCause other)
    {
        _missed.Add("a", Check(one), At(0));
        _missed.Add("a", null, At(0));
        _missed.Add("a", Check(other), At(0));

        _missed.Take("a")!.Cause.ShouldBe(CheckCause.Saved);
    }

    private static TimeSpan At(int seconds) => TimeSpan.FromSeconds(seconds);

    private static PendingCheck Check(CheckCause cause) => new("a", cause);
}
