using Validation.Client.Drafts;

namespace Validation.Client.Monitor;

/// <summary>The folders that are watched, each by a watcher of its own: one that hangs on a dead drive holds up no other.</summary>
/// <param name="how">Says how a folder is to be watched.</param>
/// <param name="saved">Is told, on some thread, of each draft that was saved.</param>
/// <param name="ready">Is told, on some thread, that one more folder is watched.</param>
/// <param name="time">The clock.</param>
internal sealed class WatchedFolders(
    Func<string, DraftWatching> how, Action<string> saved, Action ready, TimeProvider time) : IAsyncDisposable
{
    private readonly Dictionary<string, Watch> _watches = new(DraftFiles.Names);

    /// <summary>Whether every folder has been looked at: what is saved from now on is noticed.</summary>
    public bool AreWatched => _watches.Values.All(watch => watch.IsReady);

    /// <summary>Folders that are not there now.</summary>
    public IReadOnlyList<string> Missing => [.. _watches.Where(watch => watch.Value.IsMissing).Select(watch => watch.Key)];

    /// <summary>The folders that are watched.</summary>
    public IReadOnlyCollection<string> All => _watches.Keys;

    /// <summary>Whether this very folder is watched.</summary>
    public bool Contains(string folder) => _watches.ContainsKey(folder);

    /// <summary>The watched folder that a file lies in or below; null: none.</summary>
    public string? Around(string path) => _watches.Keys.FirstOrDefault(folder => DraftFiles.IsBelow(path, folder));

    /// <summary>Nothing is known of a draft any more: should it come back, it is new.</summary>
    public void Forget(string path)
    {
        if (Around(path) is { } folder)
        {
            _watches[folder].Forget(path);
        }
    }

    /// <summary>Watches these folders and no others. A folder below another one is watched with it.</summary>
    public async Task SetAsync(IEnumerable<string> folders)
    {
        var wanted = Outermost(folders.Select(Path.GetFullPath));
        foreach (var gone in _watches.Keys.Except(wanted, DraftFiles.Names).ToList())
        {
            _watches.Remove(gone, out var watch);
            await watch!.DisposeAsync();
        }

        foreach (var folder in wanted.Where(folder => !_watches.ContainsKey(folder)))
        {
            _watches.Add(folder, new Watch(folder, how(folder), saved, ready, time));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await SetAsync([]);

    private static List<string> Outermost(IEnumerable<string> folders)
    {
        var all = folders.Select(Path.TrimEndingDirectorySeparator).Distinct(DraftFiles.Names).ToList();
        return [.. all.Where(folder => !all.Exists(other => DraftFiles.IsBelow(folder, other)))];
    }

    /// <summary>One watcher and the reading of it.</summary>
    private sealed class Watch : IAsyncDisposable
    {
        private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

        private readonly CancellationTokenSource _stop = new();
        private readonly Lock _lock = new();
        private readonly Task _reading;
        private volatile DraftWatcher? _watcher;
        private DraftWatching _watching;

        public Watch(string folder, DraftWatching watching, Action<string> saved, Action ready, TimeProvider time)
        {
            _watching = watching with { Learned = drafts => Learn(folder, drafts, watching.Learned) };
            _reading = Task.Run(async () =>
            {
                while (!_stop.IsCancellationRequested)
                {
                    // A fault of this program must not end the watching in silence. The next watcher knows no more than the first did:
                    // what was told twice is recognized by its content.
                    await ReadAsync(folder, saved, ready, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    await Task.Delay(Again, time, _stop.Token);
                }
            });
        }

        public bool IsReady => _watcher is not null;

        public bool IsMissing => _watcher is { IsReachable: false };

        public void Forget(string path)
        {
            lock (_lock)
            {
                var known = _watching.Known.ToDictionary(DraftFiles.Names);
                known.Remove(path);
                _watching = _watching with { Known = known };
            }

            _watcher?.Forget(path);
        }

        private void Learn(
            string folder, IReadOnlyDictionary<string, FileStamp> drafts, Action<IReadOnlyDictionary<string, FileStamp>>? learned)
        {
            var known = drafts.ToDictionary(DraftFiles.Names);
            lock (_lock)
            {
                _watching = _watching with { Known = known, LearnedFolders = [.. _watching.LearnedFolders, folder] };
            }

            learned?.Invoke(known);
        }

        private async Task ReadAsync(string folder, Action<string> saved, Action ready, TimeProvider time)
        {
            using var watcher = new DraftWatcher(folder, _watching, time);
            _watcher = watcher;
            ready();
            await foreach (var draft in watcher.WatchAsync(_stop.Token))
            {
                saved(draft.FilePath!);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stop.Dispose();
        }
    }
}
