using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Validation.Client.Drafts;

/// <summary>
/// Watches one folder, with its subfolders, for drafts being saved. However a program saves (several writes, a temporary file that is
/// renamed, a file that stays locked for a while), one save gives one draft: 400 ms after the last change, as soon as the file can be
/// read. Drafts that were there before count as known. Lock files, temporary files and hidden files are no drafts. A folder that is not
/// there, or goes and comes back, is waited for; what the system does not tell is found by looking again now and then.
/// </summary>
public sealed class DraftWatcher : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RescanUntold = TimeSpan.FromSeconds(20);

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly FolderEvents _events;
    private readonly SettlingDrafts _drafts;
    private readonly DraftWatching _watching;
    private readonly Openings _openings = new();
    private readonly ConcurrentQueue<string> _forgotten = new();
    private readonly TimeSpan _rescanEvery;
    private bool _isKnown;
    private TimeSpan _lookAt;
    private TimeSpan _rescanAt;

    /// <summary>Watches from now on: what is saved before <see cref="WatchAsync"/> is called is not lost.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">The clock; null: the system's.</param>
    public DraftWatcher(string folder, TimeProvider? time = null)
        : this(folder, new DraftWatching(), time)
    {
    }

    /// <summary>Makes a watcher that watches from now on.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="watching">What is known, and how it watches.</param>
    /// <param name="time">The clock; null: the system's.</param>
    internal DraftWatcher(string folder, DraftWatching watching, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Folder = Path.GetFullPath(folder);
        _time = time ?? TimeProvider.System;
        _start = _time.GetTimestamp();
        _rescanEvery = watching.RescanEvery ?? DriveOf.Folder(Folder).RescanEvery;
        _drafts = new SettlingDrafts(Folder, watching.Settle);
        _events = new FolderEvents(Folder, watching.Listen);
        _watching = watching;
        _isKnown = watching.LearnedFolders.Contains(Folder, DraftFiles.Names);
        _drafts.Learn(watching.Known);
        TryOpen();
    }

    /// <summary>The folder, as a full path.</summary>
    public string Folder { get; }

    /// <summary>Whether the folder was there at the last look; it is looked for every 5 s.</summary>
    public bool IsReachable => _events.IsThere;

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>The drafts, as they are saved. For one reader at a time.</summary>
    /// <param name="cancellationToken">Ends the watching.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<Draft> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await WaitForChangeAsync(cancellationToken);
            TakeChanges();
            foreach (var path in _drafts.TakeSettled(Now))
            {
                yield return Draft.FromFile(path);
            }
        }
    }

    /// <summary>Stops watching, and gives back what the system watches with.</summary>
    public void Dispose() => _events.Dispose();

    /// <summary>Forgets a draft as if it had never been there: if it comes back, it counts as saved. May be called on any thread.</summary>
    internal void Forget(string path) => _forgotten.Enqueue(path);

    private async Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Computed once: if the machine pauses here, the time must not become negative, which would mean for ever.
        var due = _lookAt < _rescanAt ? _lookAt : _rescanAt;
        var wait = (_drafts.NextDue is { } settles && settles < due ? settles : due) - Now;
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var change = _events.Changes.WaitToReadAsync(stop.Token).AsTask();
        await Task.WhenAny(change, Task.Delay(wait, _time, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void TakeChanges()
    {
        while (_forgotten.TryDequeue(out var path))
        {
            _drafts.Forget(path);
        }

        while (_events.Changes.TryRead(out var change))
        {
            if (change.Path is null)
            {
                LoseTrack();
            }
            else if (change.Left)
            {
                _watching.Left?.Invoke(change.Path);
            }
            else if (change.Arrived && Directory.Exists(change.Path))
            {
                // A folder that was moved here brings files of which the system tells nothing.
                _rescanAt = Earlier(_rescanAt, Now + _drafts.Quiet);
            }
            else
            {
                _drafts.Touch(change.Path, Now);
            }
        }

        if (_lookAt <= Now)
        {
            TryOpen();
        }

        if (_rescanAt <= Now)
        {
            Rescan();
        }
    }

    // Systems do not tell reliably that the folder itself has gone. A folder that comes back under its name is another one.
    private void TryOpen()
    {
        _lookAt = Now + Look;
        if (!_isKnown && Directory.Exists(Folder))
        {
            _isKnown = true;
            _drafts.Learn(path => !_watching.IsLearned(path));
            _watching.Learned?.Invoke(_drafts.Known);
        }

        _events.Look();
        if (!_events.IsThere || _events.IsOpen || _openings.Due > Now)
        {
            return;
        }

        if (_events.TryOpen())
        {
            _openings.Opened(Now);
        }
        else
        {
            _openings.Failed(Now);
        }

        // The system tells nothing of what was saved while the folder was opened.
        Rescan();
    }

    // A folder that the system cannot watch would be lost at once again and again. Meanwhile it is looked through more often.
    private void LoseTrack()
    {
        if (_events.IsOpen)
        {
            _events.Close();
            _openings.Failed(Now);
            _lookAt = Now;
            _rescanAt = Earlier(_rescanAt, Now + RescanUntold);
        }
    }

    private void Rescan()
    {
        _rescanAt = Now + (_events.IsOpen ? _rescanEvery : Earlier(_rescanEvery, RescanUntold));
        _drafts.Rescan(Now);
    }

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
