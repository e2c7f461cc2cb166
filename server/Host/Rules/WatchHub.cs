using Validation.Server.Options;
using Validation.V1;

namespace Validation.Server.Rules;

/// <summary>Tells watchers of the version in force. A watcher takes what is newest whenever it is ready for more: a slow one misses what
/// was in between, holds up nobody, and costs no more than a waiting task. Thread-safe.</summary>
internal sealed class WatchHub(ServerOptions options, TimeProvider time)
{
    private volatile Announcement _newest = new(new WatchReply());
    private int _watchers;

    /// <summary>The number of calls that are waiting for a new version.</summary>
    public int Watchers => Volatile.Read(ref _watchers);

    /// <summary>Tells every watcher of a version in force.</summary>
    public void Tell(WatchReply version)
    {
        var before = _newest;
        _newest = new Announcement(version);
        before.Outdated.SetResult();
    }

    /// <summary>Writes the version in force, unless the client knows it, then each new one, and heartbeats between them.</summary>
    /// <param name="known">The version that the client knows. Empty: none.</param>
    /// <param name="write">Writes to the client. One message at a time.</param>
    /// <param name="end">Ends the watching.</param>
    /// <exception cref="OperationCanceledException">The end.</exception>
    public async Task WatchAsync(string known, Func<WatchReply, Task> write, CancellationToken end)
    {
        Interlocked.Increment(ref _watchers);
        try
        {
            var told = known;
            while (true)
            {
                var newest = _newest;
                await write(newest.Version.Version == told ? newest.Heartbeat : newest.Version);
                told = newest.Version.Version;
                await WaitAsync(newest, end);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _watchers);
        }
    }

    /// <summary>Waits for a newer version, or for the time of the next heartbeat.</summary>
    private async Task WaitAsync(Announcement newest, CancellationToken end)
    {
        await newest.Outdated.Task.WaitAsync(options.Heartbeat, time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.ThrowIfCancellationRequested();
    }

    private sealed class Announcement(WatchReply version)
    {
        public WatchReply Version { get; } = version;

        public WatchReply Heartbeat { get; } = new() { Version = version.Version, Heartbeat = true };

        public TaskCompletionSource Outdated { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
