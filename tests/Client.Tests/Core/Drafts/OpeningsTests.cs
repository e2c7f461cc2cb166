using Validation.Client.Drafts;

namespace Validation.Client.Tests.Core;

public sealed class OpeningsTests
{
    private readonly Openings _openings = new();
    private TimeSpan _now;

    [Fact]
    public void Failures_InARow_WaitEverLongerUpToFiveMinutes()
    {
        List<int> waits = [.. Enumerable.Range(0, 8).Select(_ => FailAfter(TimeSpan.FromSeconds(1)))];

        waits.ShouldBe([5, 10, 20, 40, 80, 160, 300, 300]);
    }

    [Fact]
    public void Failure_AfterAWhile_IsTheFirstAgain()
    {
        FailAfter(TimeSpan.FromSeconds(1)).ShouldBe(5);
        FailAfter(TimeSpan.FromSeconds(1)).ShouldBe(10);

        FailAfter(TimeSpan.FromHours(1)).ShouldBe(5);
    }

    [Fact]
    public void Openings_ThatNeverSucceed_WaitEverLonger()
    {
        List<int> waits = [];
        for (var i = 0; i < 6; i++)
        {
            _openings.Failed(_now);
            waits.Add((int)(_openings.Due - _now).TotalSeconds);
            _now = _openings.Due;
        }

        waits.ShouldBe([5, 10, 20, 40, 80, 160]);
    }

    private int FailAfter(TimeSpan held)
    {
        _openings.Opened(_now);
        _now += held;
        _openings.Failed(_now);
        var wait = _openings.Due - _now;
        _now = _openings.Due;
        return (int)wait.TotalSeconds;
    }
}
