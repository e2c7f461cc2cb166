using System.Diagnostics;
using System.Threading.Channels;
using Validation.Server.Store;

namespace Validation.Latency.Filed;

/// <summary>Fills the archive of a store with generated reports, as filing does, but many in one transaction.</summary>
/// <param name="dialect">The database, in which nobody else writes.</param>
/// <param name="reports">Makes the reports.</param>
internal sealed class ArchiveFill(StoreDialect dialect, GeneratedReports reports) : DatabaseStore(dialect)
{
    private const int AtOnce = 500;
    private const int FirstYear = 2001;

    private readonly ArchiveStore _store = new(dialect);

    /// <summary>Files one report for each of some bodies and years.</summary>
    /// <param name="bodies">How many bodies.</param>
    /// <param name="years">How many years, from 2001 on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> RunAsync(int bodies, int years, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var made = Channel.CreateBounded<NewFiling>(AtOnce);
        var making = Task.Run(() => MakeAsync(bodies, years, made.Writer, cancellationToken), cancellationToken);
        var filed = 0;
        while (await made.Reader.WaitToReadAsync(cancellationToken))
        {
            await WriteAsync(
                async transaction =>
                {
                    for (var i = 0; i < AtOnce && await made.Reader.WaitToReadAsync(cancellationToken); i++)
                    {
                        await FileAsync(await made.Reader.ReadAsync(cancellationToken), transaction);
                        filed++;
                    }

                    return true;
                },
                cancellationToken);
            if (filed % (20 * AtOnce) == 0)
            {
                Console.WriteLine(FormattableString.Invariant($"{filed} reports on file"));
            }
        }

        await making;
        return Stopwatch.GetElapsedTime(begun);
    }

    private Task<FilingResult> FileAsync(NewFiling filing, System.Data.Common.DbTransaction transaction)
    {
        var at = filing.Entry.FiledAt.ToDateTimeOffset().ToUnixTimeMilliseconds();
        var note = new StoredAudit(at, "", "", "archive_file", "done", filing.Entry.Id, 1, null);
        return _store.AddAsync(filing, note, transaction);
    }

    private async Task MakeAsync(int bodies, int years, ChannelWriter<NewFiling> made, CancellationToken cancellationToken)
    {
        try
        {
            var all = Enumerable.Range(FirstYear, years).SelectMany(year => Enumerable.Range(0, bodies).Select(body => (body, year)));
            await Parallel.ForEachAsync(
                all,
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
                async (one, stop) => await made.WriteAsync(reports.Make(one.body, one.year), stop));
            made.Complete();
        }
        catch (Exception fault)
        {
            made.Complete(fault);
        }
    }
}
