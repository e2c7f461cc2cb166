using Grpc.Core.Internal;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Cancels a call at its deadline, or when the client goes.</summary>
internal sealed class CallDeadline : IAsyncDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _abort;
    private readonly Func<Task> _passed;
    private readonly ITimer _timer;
    private int _hasPassed;

    public CallDeadline(TimeProvider time, TimeSpan timeout, CancellationToken aborted, Func<Task> passed)
    {
        var now = time.GetUtcNow().UtcDateTime;
        Time = timeout < DateTime.MaxValue - now ? now + timeout : DateTime.MaxValue;
        Token = _source.Token;
        _passed = passed;
        _abort = aborted.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        var due = timeout <= GrpcTimeout.LongestTimer ? timeout : Timeout.InfiniteTimeSpan;
        _timer = time.CreateTimer(static self => ((CallDeadline)self!).Pass(), this, due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>UTC.</summary>
    public DateTime Time { get; }

    public CancellationToken Token { get; }

    public bool HasPassed => Volatile.Read(ref _hasPassed) == 1;

    /// <summary>Ends when the answer at the deadline has been given.</summary>
    public Task Ended => _ended.Task;

    public async ValueTask DisposeAsync()
    {
        // Both wait for a callback under way, so that nothing touches the call afterwards.
        await _timer.DisposeAsync();
        if (HasPassed)
        {
            await _ended.Task;
        }

        await _abort.DisposeAsync();
        _source.Dispose();
    }

    private void Pass()
    {
        Volatile.Write(ref _hasPassed, 1);
        _ = PassAsync();
    }

    // The token does not wait for a client that is slow to take its answer. If the client is gone there is nobody to answer.
    private async Task PassAsync()
    {
        var answering = _passed();
        await _source.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.TrySetResult();
    }
}
