using System.Diagnostics;
using System.Globalization;
using Grpc.Net.Client;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Latency.Rules;

/// <summary>One measurement: a server, watchers, publishes.</summary>
internal sealed class WatcherRun(int count, int connections, int limitMilliseconds)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly List<GrpcChannel> _channels = [];

    /// <returns>Whether all heard of every publish within the limit.</returns>
    public async Task<bool> RunAsync(int publishes, CancellationToken cancellationToken)
    {
        await using var server = new MeasuredServer();
        await server.StartAsync(cancellationToken);
        var before = server.Memory();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watchers = await OpenAsync(server, stop.Token);
        Say($"{watchers.Count} watchers on {_channels.Count} connections");
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        var perWatcher = (server.Memory() - before) / 1024.0 / count;
        Say($"server memory: {before / 1048576.0:F0} MiB without watchers, {perWatcher:F1} KiB for each");

        var good = true;
        for (var publish = 1; publish <= publishes; publish++)
        {
            good &= await PublishAsync(server, watchers, publish, cancellationToken);
        }

        var peak = (server.Memory() - before) / 1024.0 / count;
        Say($"server memory after {publishes} publishes: {peak:F1} KiB for each watcher");
        await stop.CancelAsync();
        await Task.WhenAll(watchers.Select(watcher => watcher.EndAsync()));
        _channels.ForEach(channel => channel.Dispose());
        return good;
    }

    private static void Say(FormattableString line)
    {
        Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<List<Watcher>> OpenAsync(MeasuredServer server, CancellationToken cancellationToken)
    {
        for (var number = 0; number < (connections > 0 ? connections : count); number++)
        {
            // A handler of its own, and so a connection of its own.
            var handler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true };
            var options = new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true };
            _channels.Add(GrpcChannel.ForAddress(server.Address, options));
        }

        var watchers = Enumerable.Range(0, count)
            .Select(number => new Watcher(_channels[number % _channels.Count], cancellationToken)).ToList();
        await Task.WhenAll(watchers.Select(watcher => watcher.Opened)).WaitAsync(Longest, cancellationToken);
        return watchers;
    }

    private async Task<bool> PublishAsync(MeasuredServer server, List<Watcher> watchers, int publish, CancellationToken cancellationToken)
    {
        var admin = new RuleAdmin.RuleAdminClient(server.Channel);
        var status = await admin.GetStatusAsync(new GetStatusRequest(), cancellationToken: cancellationToken);
        // The national set alone, with a comment of its own: the same content would make no version.
        var comment = new RuleFile { Path = "measured.yaml", Text = string.Create(CultureInfo.InvariantCulture, $"# {publish}\n") };
        var request = new PublishRequest
        {
            Candidate = new RuleOverlay { Files = { comment } }, ExpectedVersion = status.Version, Author = "watchers", Reason = "measured",
        };
        var heard = watchers.Select(watcher => watcher.NextAsync(status.Version)).ToList();
        var start = Stopwatch.GetTimestamp();
        await admin.PublishAsync(request, cancellationToken: cancellationToken);
        var published = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var times = (await Task.WhenAll(heard).WaitAsync(Longest, cancellationToken))
            .Select(at => Stopwatch.GetElapsedTime(start, at).TotalMilliseconds).Order().ToList();
        // Before it is in force a publish is compiled and tested; that nobody hears of.
        var inForce = Math.Min(times[0], published);
        var (median, p95, most) = (At(times, 0.5) - inForce, At(times, 0.95) - inForce, times[^1] - inForce);
        Say($"publish {publish}: in force after {inForce:F0} ms; then heard after: median {median:F0}, p95 {p95:F0}, max {most:F0} ms");
        return most <= limitMilliseconds;
    }

    private static double At(List<double> sorted, double share)
    {
        return sorted[(int)(share * (sorted.Count - 1))];
    }
}
