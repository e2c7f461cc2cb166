using Validation.Engine;
using Validation.Server.Options;
using Validation.Server.Rules;
using Validation.Server.Store;

namespace Validation.Server.Replicas;

/// <summary>Says in the store now and then that this server is there and with which rules it works, where several servers may share the
/// store. A server that goes takes its line away; that of one that is gone without a word stays for an hour: it is missed.</summary>
internal sealed class ReplicaBeat(ReplicaStore store, RuleBook book, ServerOptions options, TimeProvider time, ILogger<ReplicaBeat> log)
    : BackgroundService
{
    /// <summary>How often a server says that it is there.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>After so much silence a server is called missing.</summary>
    public static readonly TimeSpan Missing = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(1);

    private readonly StoreTrouble _trouble = new(log);
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly long _started = time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>This server as it is now.</summary>
    public Replica Own => new(
        _id, Environment.MachineName, options.GrpcUrl, book.IsOpen ? book.Current.Version : "", ReportValidator.Version, _started);

    /// <summary>Whether other servers may share the store.</summary>
    public bool IsShared => options.Database.Length > 0;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (IsShared)
        {
            using var patience = new CancellationTokenSource(LastPatience, time);
            await _trouble.TryAsync(token => store.RemoveAsync(_id, token), patience.Token);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsShared)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            await _trouble.TryAsync(token => store.NoteAsync(Own, Forgotten, token), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
