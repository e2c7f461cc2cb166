using System.Threading.Channels;
using Validation.Client.Drafts;
using Validation.Client.Settings;
using Validation.V1;

namespace Validation.Client.Monitor;

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

    /// <summary>Makes a monitor that neither watches nor asks a server until it is started.</summary>
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

    /// <summary>What the monitor is doing now, as a snapshot that does not change.</summary>
    public MonitorStatus Status => _course.Status;

    /// <summary>The drafts that were checked last, the newest first; at most 20.</summary>
    public IReadOnlyList<CheckedDraft> Recent => _course.Recent;

    /// <summary>The drafts that the icon counts, as many as the status says, the newest first.</summary>
    public IReadOnlyList<CheckedDraft> Problems => _course.Problems;

    /// <summary>The drafts that matter most: those that the icon counts, then the others that were checked last.</summary>
    public IReadOnlyList<CheckedDraft> Foremost
    {
        get
        {
            var problems = Problems;
            var paths = problems.Select(draft => draft.FilePath).ToHashSet(DraftFiles.Names);
            return [.. problems, .. Recent.Where(draft => !paths.Contains(draft.FilePath))];
        }
    }

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

    /// <summary>Replaces the settings while it runs.</summary>
    public void Apply(ClientSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Post(() => _course.Apply(settings));
    }

    /// <summary>Lets drafts wait for a time.</summary>
    public void Pause(TimeSpan span) => Post(() => _course.Pause(span));

    /// <summary>Ends the pause: what waits is checked.</summary>
    public void Resume() => Post(() => _course.Pause(TimeSpan.Zero));

    /// <summary>Checks the drafts that were there before and were never checked, and tells the results like those of saves.</summary>
    public void CheckUnchecked() => Post(_course.CheckUnchecked);

    /// <summary>Asks at once whether the server is back, if it was away.</summary>
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

    /// <summary>Has a copy with comments made of a docx, as it stands on the disk now, and keeps it beside the HTML reports.</summary>
    /// <param name="path">The draft.</param>
    /// <param name="cancellationToken">Stops waiting, not the work.</param>
    public Task<DraftCopy> AnnotateAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        var asker = new TaskCompletionSource<DraftCopy>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => _course.Annotate(Path.GetFullPath(path), asker));
        return asker.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Writes the page of all drafts that are known, as they stand now.</summary>
    /// <param name="cancellationToken">Stops waiting, not the work.</param>
    /// <returns>The page's file; null: it could not be written.</returns>
    public Task<string?> WritePageAsync(CancellationToken cancellationToken) =>
        AskAsync<string?>(_course.WritePage, cancellationToken);

    /// <summary>The draft with an id, also where it was renamed since the program started.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Its last answer; null: it is not known, or was never checked.</returns>
    public Task<CheckedDraft?> FindAsync(DraftId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        return AskAsync<CheckedDraft?>(asker => asker.TrySetResult(_course.Find(id)), cancellationToken);
    }

    /// <summary>Asks the server what it finds in a draft as it stands on the disk now; nothing of it is told or kept.</summary>
    /// <param name="path">The draft.</param>
    /// <param name="cancellationToken">Stops waiting, not the work.</param>
    public Task<DraftFindings> FindingsAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        return AskAsync<DraftFindings>(asker => _course.FindFindings(Path.GetFullPath(path), asker), cancellationToken);
    }

    /// <summary>Accepts a finding of a draft on the server, until its values change, three years at most. The draft is then checked again,
    /// of which nothing is told.</summary>
    /// <param name="draft">What was found in the draft.</param>
    /// <param name="finding">One of its findings.</param>
    /// <param name="reason">Why the numbers are right all the same; not empty.</param>
    /// <param name="author">Who says so.</param>
    /// <param name="cancellationToken">Stops waiting, not the work.</param>
    public Task<AcknowledgeOutcome> AcknowledgeAsync(
        DraftFindings draft, Finding finding, string reason, string author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(finding);
        return AskAsync<AcknowledgeOutcome>(
            asker => _course.Acknowledge(draft, finding, (reason, author), asker), cancellationToken);
    }

    /// <summary>Ends checks and watching, once <see cref="RunAsync"/> has ended; what waits is checked at the next start.</summary>
    public ValueTask DisposeAsync() => _course.DisposeAsync();

    private Task<T> AskAsync<T>(Action<TaskCompletionSource<T>> ask, CancellationToken cancellationToken)
    {
        var asker = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() => ask(asker));
        return asker.Task.WaitAsync(cancellationToken);
    }

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
