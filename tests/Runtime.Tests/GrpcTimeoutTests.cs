using Grpc.Core.Internal;

namespace Validation.Runtime.Tests;

public sealed class GrpcTimeoutTests
{
    [Theory]
    [InlineData(0L, "1n")]
    [InlineData(-5L, "1n")]
    [InlineData(1L, "100n")]
    [InlineData(TimeSpan.TicksPerMillisecond, "1000000n")]
    [InlineData(TimeSpan.TicksPerSecond, "1000000u")]
    [InlineData(TimeSpan.TicksPerSecond + 1, "1000001u")]
    [InlineData(TimeSpan.TicksPerMinute * 60, "3600000m")]
    [InlineData(TimeSpan.TicksPerDay * 30, "2592000S")]
    [InlineData(TimeSpan.TicksPerDay * 365 * 100, "52560000M")]
    [InlineData(long.MaxValue, "256204779H")]
    public void Format_AnyTime_FinestUnitOfEightDigits(long ticks, string expected)
    {
        GrpcTimeout.Format(TimeSpan.FromTicks(ticks)).ShouldBe(expected.Length > 9 ? "99999999H" : expected);
    }

    [Theory]
    [InlineData("1n", 1L)]
    [InlineData("250n", 3L)]
    [InlineData("5u", 50L)]
    [InlineData("7m", 70_000L)]
    [InlineData("3S", 30_000_000L)]
    [InlineData("2M", 1_200_000_000L)]
    [InlineData("1H", 36_000_000_000L)]
    [InlineData("99999999H", 99_999_999 * TimeSpan.TicksPerHour)]
    [InlineData("00000000S", 0L)]
    public void TryParse_WellFormed_Ticks(string text, long ticks)
    {
        GrpcTimeout.TryParse(text, out var timeout).ShouldBeTrue();
        timeout.Ticks.ShouldBe(ticks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("1")]
    [InlineData("1s")]
    [InlineData(" 1S")]
    [InlineData("+1S")]
    [InlineData("1.5S")]
    [InlineData("123456789S")]
    [InlineData("１S")]
    public void TryParse_Malformed_False(string text)
    {
        GrpcTimeout.TryParse(text, out _).ShouldBeFalse();
    }
}
