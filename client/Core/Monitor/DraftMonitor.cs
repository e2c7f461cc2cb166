using System.Threading.Channels;
using Validation.Client.Internal;

namespace Validation.Client;

/// <summary>
/// Watches folders and has every draft checked that is saved in them: each version once, the newest only, also after the server was away
/// or the program was ended; tells what came of it. When the rules change, the drafts of the last days are checked again and only
/// different answers are told. Thread-safe; all its work is done one thing after another.
/// </summary>
public sealed class DraftMonitor : IAsyncDisposable
{
    private readonly Channel<Action> _work = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly MonitorCourse _course;
    private readonly TimeProvider _time;

    /// <summary>Does nothing yet.</summary>
    /// <param name="settings">What is watched, and which server is asked.</param>
    /// <param name="data">Where it keeps what it knows; not disposed of.</param>
    /// <param name="events">Who is told.</param>
    /// <param name="time">The clock; null: the system's.</param>
    public DraftMonitor(ClientSettings settings, MonitorData data, MonitorEvents events, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(events);
        _time = time ?? TimeProvider.System;
        _course = new MonitorCourse(settings, data, events, Post, _time);
    }

    /// <summary>How it stands.</summary>
    public MonitorStatus Status => _course.Status;

    /// <summary>The drafts that were checked last, the newest first; at most 20.</summary>
    public IReadOnlyList<CheckedDraft> Recent => _course.Recent;

    /// <summary>Watches until it is told to stop. Call it once.</summary>
    /// <param name="cancellationToken">Ends the watching.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await _course.BeginAsync();
        while (true)
        {
            _course.Proceed();
            await WaitAsync(cancellationToken);
            while (_work.Reader.TryRead(out var work))
            {
                work();
            }

            await _course.SettleAsync();
        }
    }

    /// <summary>Goes on with other settings.</summary>
    public void Apply(ClientSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Post(() => _course.Apply(settings));
    }

    /// <summary>Lets drafts wait for so long.</summary>
    public void Pause(TimeSpan span) => Post(() => _course.Pause(span));

    /// <summary>Ends the pause: what waits is checked.</summary>
    public void Resume() => Post(() => _course.Pause(TimeSpan.Zero));

    /// <summary>Asks the server at once whether it is there, if it was not.</summary>
    public void Hurry() => Post(_course.Hurry);

    /// <summary>Checks a file now, wherever it is, and tells the result like that of a save.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops waiting, not the check.</param>
    /// <returns>The answer, or why there is none; null: there is no such file.</returns>
    public Task<CheckedDraft?> CheckNowAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        var asker = new TaskCompletionSource<CheckedDraft?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => _course.Add(new PendingCheck(Path.GetFullPath(path), CheckCause.Asked) { Asker = asker }));
        return asker.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Ends checks and watching, once <see cref="RunAsync"/> has ended; what waits is checked at the next start.</summary>
    public ValueTask DisposeAsync() => _course.DisposeAsync();

    private void Post(Action work) => _work.Writer.TryWrite(work);

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var wait = _course.NextDue - _course.Now;
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = _work.Reader.WaitToReadAsync(stop.Token).AsTask();
        await Task.WhenAny(work, Task.Delay(wait ?? Timeout.InfiniteTimeSpan, _time, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
