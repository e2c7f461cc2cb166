using Microsoft.Extensions.Time.Testing;
using Validation.Server.Rules;

namespace Validation.Server.Tests.Rules;

public sealed class FailureCountTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Failures_OnThreeDocumentsInTime_AreTooMany()
    {
        var count = new FailureCount(_time);

        count.Add("a", "1").ShouldBeFalse();
        count.Add("a", "2").ShouldBeFalse();
        count.Add("b", "3").ShouldBeFalse();
        _time.Advance(FailureCount.Window - TimeSpan.FromSeconds(10));
        count.Add("a", "3").ShouldBeTrue();
    }

    [Fact]
    public void Failures_OnTheSameDocument_CountOnce()
    {
        var count = new FailureCount(_time);

        for (var turn = 0; turn < 10; turn++)
        {
            count.Add("a", "1").ShouldBeFalse();
            count.Add("a", "2").ShouldBeFalse();
        }
    }

    [Fact]
    public void Failures_TooLongAgo_DoNotCount()
    {
        var count = new FailureCount(_time);

        for (var turn = 0; turn < 10; turn++)
        {
            count.Add("a", $"{turn}").ShouldBeFalse();
            _time.Advance(FailureCount.Window / 2);
        }
    }

    [Fact]
    public void Failures_Cleared_BeginAgain()
    {
        var count = new FailureCount(_time);
        count.Add("a", "1");
        count.Add("a", "2");

        count.Clear();

        count.Add("a", "3").ShouldBeFalse();
    }
}
