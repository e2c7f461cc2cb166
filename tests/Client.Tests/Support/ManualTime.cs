using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Validation.Client.Tests.Support;

/// <summary>A FakeTimeProvider that also tells who waits for it, which Microsoft's keeps to itself: a test moves it on only then.</summary>
internal sealed class ManualTime : FakeTimeProvider
{
    private readonly ConcurrentDictionary<ITimer, DateTimeOffset> _due = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SeenTimer(this, base.CreateTimer(callback, state, dueTime, period));
        timer.Note(dueTime);
        return timer;
    }

    /// <summary>Waits until something waits for so long, seen from now.</summary>
    public Task WaitedForAsync(TimeSpan wait) => WaitedForAsync(due => due == GetUtcNow() + wait);

    /// <summary>Waits until something waits, however long.</summary>
    public Task WaitedForAsync() => WaitedForAsync(due => due > GetUtcNow());

    private async Task WaitedForAsync(Func<DateTimeOffset, bool> isIt)
    {
        using var limit = new CancellationTokenSource(TestTime.Limit);
        while (!_due.Values.Any(isIt))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), limit.Token);
        }
    }

    private sealed class SeenTimer(ManualTime time, ITimer timer) : ITimer
    {
        public void Note(TimeSpan dueTime)
        {
            time._due.TryRemove(this, out _);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                time._due[this] = time.GetUtcNow() + dueTime;
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isChanged = timer.Change(dueTime, period);
            Note(dueTime);
            return isChanged;
        }

        public void Dispose()
        {
            time._due.TryRemove(this, out _);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            time._due.TryRemove(this, out _);
            return timer.DisposeAsync();
        }
    }
}
