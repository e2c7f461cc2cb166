using Validation.Client.Drafts;
using Validation.Tray.Notices;

namespace Validation.Tray.Tests.Notices;

/// <summary>What the shell says of notifications, and what can be known from it.</summary>
public sealed class ShownNoticesTests
{
    private readonly SteppedTime _time = new();
    private readonly ShownNotices _notices;

    public ShownNoticesTests() => _notices = new ShownNotices(_time);

    [Fact]
    public void Click_OnTheOnlyNotice_IsKnownWhateverTheShellSays()
    {
        Post("a");

        Clicked().ShouldBe("a");
    }

    [Fact]
    public void Click_OnTheNoticeInSight_IsOnThatOne()
    {
        Post("a");
        _notices.Appear();
        Post("b");
        _notices.Leave();
        _notices.Appear();

        Clicked().ShouldBe("b");
    }

    [Fact]
    public void Click_BeforeTheNextAppears_IsStillOnTheOneInSight()
    {
        Post("a");
        _notices.Appear();
        Post("b");

        Clicked().ShouldBe("a");
    }

    [Fact]
    public void Click_AfterTheNoticeHasGone_MayBeOnAnyThatTheSystemKeeps()
    {
        Post("a");
        _notices.Appear();
        _notices.Leave();
        Post("b");
        _notices.Appear();
        _notices.Leave();
        _time.Step(TimeSpan.FromSeconds(10));

        Clicked().ShouldBeNull();
    }

    [Fact]
    public void Click_ThatTakesTheNoticeAwayFirst_IsOnThatOne()
    {
        Post("a");
        Post("a");
        Post("b");
        _notices.Appear();
        _notices.Appear();
        _notices.Appear();
        _notices.Leave();

        Clicked().ShouldBe("b");
    }

    [Fact]
    public void Click_AfterSeveralOfOneDraftHaveGone_IsOnThatDraft()
    {
        Post("a");
        _notices.Appear();
        _notices.Leave();
        Post("a");
        _notices.Appear();
        _notices.Leave();
        _time.Step(TimeSpan.FromHours(1));

        Clicked().ShouldBe("a");
    }

    [Fact]
    public void Click_OfTwoOfWhichOneReplacedTheOther_IsNotKnownUntilTheSecondAppears()
    {
        Post("a");
        Post("b");
        _notices.Appear();
        Clicked().ShouldBeNull();

        Post("c");
        Post("d");
        _notices.Appear();
        _notices.Appear();
        Clicked().ShouldNotBe("c");
    }

    [Fact]
    public void Click_AfterOnesThatNeverAppeared_IsOnTheOneInSight()
    {
        Post("a");
        Post("b");
        _time.Step(TimeSpan.FromMinutes(2));
        Post("c");
        _notices.Appear();

        Clicked().ShouldBe("c");
    }

    [Fact]
    public void Start_SoonAfterANoticeOfADraft_IsAClick()
    {
        Post("a", address: true);
        _time.Step(TimeSpan.FromSeconds(20));
        _notices.StartIsClick().ShouldBeTrue();
        _notices.IsOfLastClick().ShouldBeFalse();

        _time.Step(TimeSpan.FromSeconds(20));
        _notices.StartIsClick().ShouldBeFalse();
    }

    [Fact]
    public void Start_AfterANoticeOfNoDraft_IsNoClick()
    {
        Post("a");

        _notices.StartIsClick().ShouldBeFalse();
    }

    [Fact]
    public void Start_ForAClickThatWasHeardOf_IsTheSameClick()
    {
        Post("a", address: true);
        Clicked().ShouldBe("a");

        _notices.IsOfLastClick().ShouldBeTrue();
        _notices.StartIsClick().ShouldBeFalse();
        _time.Step(TimeSpan.FromSeconds(10));
        _notices.IsOfLastClick().ShouldBeFalse();
    }

    private void Post(string key, bool address = false) =>
        _notices.Post(new NoticeTarget(key, null) { Address = address ? new ProgramAddress(ProgramWish.AllDrafts) : null });

    private string? Clicked() => _notices.Click()?.Key;

    /// <summary>A clock that goes on when it is told to.</summary>
    private sealed class SteppedTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Step(TimeSpan span) => _now += span.Ticks;
    }
}
