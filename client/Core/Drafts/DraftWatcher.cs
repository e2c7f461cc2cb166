using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Validation.Client.Internal;

namespace Validation.Client;

/// <summary>
/// Watches one folder, with its subfolders, for drafts being saved. However a program saves (several writes, a temporary file that is
/// renamed, a file that stays locked for a while), one save gives one draft: 800 ms after the last change, as soon as the file can be
/// read. Drafts that were there before count as known. Lock files, temporary files and hidden files are no drafts.
/// </summary>
public sealed class DraftWatcher : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly SettlingDrafts _drafts;
    private readonly FileSystemWatcher _watcher;
    private readonly Channel<Change> _changes = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });
    private TimeSpan? _rescanAt;
    private bool _broken;

    /// <summary>Watches from now on: what is saved before <see cref="WatchAsync"/> is called is not lost.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">The clock; null: the system's.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public DraftWatcher(string folder, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var fullPath = Path.GetFullPath(folder);
        if (!Directory.Exists(fullPath))
        {
            throw new DirectoryNotFoundException(fullPath);
        }

        _time = time ?? TimeProvider.System;
        _start = _time.GetTimestamp();
        _drafts = new SettlingDrafts(fullPath, Quiet);
        _drafts.Learn();
        _watcher = Open(fullPath);
        // What was saved between the two lines above is told by nobody.
        _drafts.Rescan(Now);
    }

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

    /// <summary>Stops watching.</summary>
    public void Dispose()
    {
        _watcher.Dispose();
        _changes.Writer.TryComplete();
    }

    private FileSystemWatcher Open(string folder)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            InternalBufferSize = 64 << 10,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Created += (_, e) => _changes.Writer.TryWrite(new Change(e.FullPath, Arrived: true));
        watcher.Renamed += (_, e) => _changes.Writer.TryWrite(new Change(e.FullPath, Arrived: true));
        watcher.Changed += (_, e) => _changes.Writer.TryWrite(new Change(e.FullPath, Arrived: false));
        watcher.Error += (_, _) => _changes.Writer.TryWrite(new Change(null, Arrived: false));
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private async Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Reckoned once: a machine that pauses here must not make it negative, which would mean for ever.
        var wait = Earlier(_drafts.NextDue, _rescanAt) - Now;
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var change = _changes.Reader.WaitToReadAsync(stop.Token).AsTask();
        var delay = Task.Delay(wait ?? Timeout.InfiniteTimeSpan, _time, stop.Token);
        await Task.WhenAny(change, delay);
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void TakeChanges()
    {
        while (_changes.Reader.TryRead(out var change))
        {
            if (change.Path is null)
            {
                (_broken, _rescanAt) = (true, Now);
            }
            else if (change.Arrived && Directory.Exists(change.Path))
            {
                // A folder that was moved here brings files of which nobody tells.
                _rescanAt = Now + Quiet;
            }
            else
            {
                _drafts.Touch(change.Path, Now);
            }
        }

        if (_rescanAt <= Now)
        {
            _broken = _broken && !TryReopen();
            _rescanAt = _broken ? Now + RetryAfter : null;
            _drafts.Rescan(Now);
        }
    }

    private bool TryReopen()
    {
        try
        {
            _watcher.EnableRaisingEvents = false;
            _watcher.EnableRaisingEvents = true;
            return true;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            return false;
        }
    }

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other : one;

    /// <summary>What the system tells; without a path it has lost track. Arrived: the name is new.</summary>
    private readonly record struct Change(string? Path, bool Arrived);
}
