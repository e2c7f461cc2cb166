using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Grpc.Core;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>A version of the rules that is in force.</summary>
/// <param name="Version">The version, such as "2026.1+3".</param>
/// <param name="Publication">How it came to be; null: it came with the server.</param>
public sealed record RuleSetVersion(string Version, Publication? Publication);

/// <summary>Tells of each new version of the rules. If the server stops, restarts or is silent for 45 s, it is called again: after about
/// 1 s, then 2 s, up to 60 s, and from the beginning after a minute in which all was well. A slow reader gets the newest version
/// only.</summary>
public sealed class RuleSetWatcher
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Healthy = TimeSpan.FromMinutes(1);

    private readonly Func<string, CancellationToken, IAsyncEnumerable<WatchReply>> _open;
    private readonly Func<RpcException, Task<RuleCallFailure>> _explain;
    private readonly TimeProvider _time;
    private readonly Backoff _backoff;
    private string _known = string.Empty;

    /// <summary>Makes a watcher that is not connected yet.</summary>
    /// <param name="connection">The way to the server; must live as long as the watching.</param>
    /// <param name="time">The clock; null: the system's.</param>
    public RuleSetWatcher(RuleConnection connection, TimeProvider? time = null)
        : this((connection ?? throw new ArgumentNullException(nameof(connection))).WatchAsync, connection.FailureAsync, time, Chance)
    {
    }

    internal RuleSetWatcher(
        Func<string, CancellationToken, IAsyncEnumerable<WatchReply>> open,
        Func<RpcException, Task<RuleCallFailure>> explain,
        TimeProvider? time,
        Func<double> random)
    {
        _open = open;
        _explain = explain;
        _time = time ?? TimeProvider.System;
        _backoff = new Backoff(random);
    }

    /// <summary>Called, on any thread, when the connection is lost (with the reason) and when it is there again (null). Once for each
    /// change.</summary>
    public Action<RuleCallFailure?>? ConnectionChanged { get; init; }

    /// <summary>Gives the version in force, then each new one, each once. For one reader at a time.</summary>
    /// <param name="knownVersion">A version that is known already and not told again; empty: none.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<RuleSetVersion> WatchAsync(
        string knownVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _known = knownVersion;
        var versions = Channel.CreateBounded<RuleSetVersion>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = FollowAsync(versions.Writer, stop.Token);
        try
        {
            await foreach (var version in versions.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return version;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(ChannelWriter<RuleSetVersion> versions, CancellationToken cancellationToken)
    {
        try
        {
            var lost = false;
            while (true)
            {
                var stream = new OneStream(this, versions, lost);
                var failure = await stream.ReadAsync(cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                if (!lost || stream.Began is not null)
                {
                    ConnectionChanged?.Invoke(failure);
                }

                lost = true;
                if (stream.Began is { } began && _time.GetElapsedTime(began) >= Healthy)
                {
                    _backoff.Reset();
                }

                await Task.Delay(_backoff.Next(), _time, cancellationToken);
            }
        }
        catch (Exception e)
        {
            versions.Complete(e);
        }
    }

    private static double Chance() => Random.Shared.NextDouble();

    /// <summary>One connection, from its opening to its end.</summary>
    private sealed class OneStream(RuleSetWatcher watcher, ChannelWriter<RuleSetVersion> versions, bool wasLost)
    {
        /// <summary>The time of the first message; null: none has come.</summary>
        public long? Began { get; private set; }

        /// <summary>Reads the versions until the stream ends.</summary>
        /// <returns>Why it ended.</returns>
        public async Task<RuleCallFailure> ReadAsync(CancellationToken cancellationToken)
        {
            using var silence = new CancellationTokenSource(Silence, watcher._time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
            try
            {
                await foreach (var reply in watcher._open(watcher._known, stop.Token))
                {
                    silence.CancelAfter(Silence);
                    Take(reply);
                }

                return new RuleCallFailure(RuleFailureKind.ServerUnreachable, ConnectionTexts.StreamEnded);
            }
            catch (Exception e) when ((e is RpcException or OperationCanceledException) && silence.IsCancellationRequested)
            {
                return new RuleCallFailure(RuleFailureKind.TimedOut, ConnectionTexts.Silent(Silence));
            }
            catch (RpcException e)
            {
                return await watcher._explain(e);
            }
        }

        private void Take(WatchReply reply)
        {
            if (Began is null)
            {
                Began = watcher._time.GetTimestamp();
                if (wasLost)
                {
                    watcher.ConnectionChanged?.Invoke(null);
                }
            }

            if (!reply.Heartbeat && reply.Version.Length > 0 && !string.Equals(reply.Version, watcher._known, StringComparison.Ordinal))
            {
                watcher._known = reply.Version;
                versions.TryWrite(new RuleSetVersion(reply.Version, reply.Publication));
            }
        }
    }
}
