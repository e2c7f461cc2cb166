using System.Text.RegularExpressions;
using Validation.Engine;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Store;
using Validation.Server.Wording;

namespace Validation.Server.Archive;

/// <summary>Reads the originals again that an older engine read, one at a time, with the priority of work on rules, so that drafts go on
/// being checked. Of the servers of a store, one is at each report. What was read stays until the newer engine has read it.</summary>
internal sealed class Rereading(
    RereadStore store, ArchiveReader reader, ArchiveSync sync, EngineCheck engine, CheckRunner checks, ByteBudget budget,
    ReadingEngine version, ServerOptions options, TimeProvider time, ILogger<Rereading> log) : BackgroundService
{
    // A server with an older engine may file a report at any time.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly StoreTrouble _trouble = new(log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The server starts without waiting for this.
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            if (sync.Version.Newest > 0)
            {
                await _trouble.TryAsync(ReadAllAsync, stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        var rank = EngineRank.Of(version.Version);
        // Whoever is killed in the middle holds up his report for so long, and no other.
        var lease = (2 * options.DocumentTime) + TimeSpan.FromMinutes(1);
        while (true)
        {
            var now = time.GetUtcNow();
            var next = await store.ClaimAsync(
                rank, now.ToUnixTimeMilliseconds(), (now + lease).ToUnixTimeMilliseconds(), cancellationToken);
            if (next is null)
            {
                return;
            }

            if (!await ReadAsync(next, cancellationToken))
            {
                await store.ReleaseAsync(next.Number, cancellationToken);
                await Task.Delay(Patience, time, cancellationToken);
            }
        }
    }

    /// <returns>False: the server has no room for it now.</returns>
    private async Task<bool> ReadAsync(NumberedReport next, CancellationToken cancellationToken)
    {
        using var held = budget.Open(Principal.Server);
        if (await held.HoldAsync(next.Report.Size, cancellationToken) is not null)
        {
            return false;
        }

        var parts = new List<byte[]>();
        await foreach (var part in reader.OriginalAsync(next.Number, cancellationToken))
        {
            parts.Add(part);
        }

        var read = await checks.ComputeAsync(stop => Read(parts, stop), options.DocumentTime, Principal.Server, cancellationToken);
        if (!read.IsAnswered(out var draft, out var refusal) && refusal.Kind is RefusalKind.Throttled or RefusalKind.Full)
        {
            return false;
        }

        if (draft?.Report is { } report)
        {
            await store.KeepAsync(next.Number, version.Version, ArchivePack.Pack(report), cancellationToken);
        }
        else
        {
            var problem = ArchiveTexts.NotReadAgain(version.Version, draft?.ReasonText ?? refusal!.Reason);
            ArchiveLog.NotReadAgain(log, next.Report.Id, problem);
            await store.FailAsync(next.Number, version.Version, problem, cancellationToken);
        }

        return true;
    }

    private Outcome<ReadDraft> Read(List<byte[]> parts, CancellationToken cancellationToken)
    {
        try
        {
            return engine.Read(ArchivePack.Unpack(parts), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not RegexMatchTimeoutException)
        {
            // A fault of the engine on one report holds up none of the others.
            CallLog.CallFailed(log, FaultText.Of(fault));
            return new Refusal(RefusalKind.Fault, CommonTexts.Fault);
        }
    }
}
