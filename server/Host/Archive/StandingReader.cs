using System.Runtime.CompilerServices;
using Validation.Engine.Bodies;
using Validation.Server.Records;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>The years that a table has columns for.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them.</param>
public readonly record struct YearSpan(int First, int Last)
{
    /// <summary>The years, the first one first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(First, Last - First + 1);
}

/// <summary>How a body stands in some years.</summary>
/// <param name="Name">The body.</param>
/// <param name="Superior">The body above it. Empty: the list does not say.</param>
/// <param name="IsListed">Whether the list of bodies has it.</param>
/// <param name="Cells">Its reports in force, a place for each year. Null: it has none.</param>
public sealed record StandingRow(string Name, string Superior, bool IsListed, IReadOnlyList<FiledCell?> Cells);

/// <summary>A page of bodies.</summary>
/// <param name="Rows">The bodies on it.</param>
/// <param name="Page">Its number, from 1.</param>
/// <param name="Pages">How many pages there are, at least one.</param>
/// <param name="Bodies">How many bodies there are on all of them.</param>
public sealed record StandingPage(IReadOnlyList<StandingRow> Rows, int Page, int Pages, int Bodies);

/// <summary>Tells where bodies stand over years: what is on file beside what the list of bodies expects. Thread-safe.</summary>
/// <remarks>Every method that asks the store throws a <see cref="StoreException"/> when it cannot be used.</remarks>
internal sealed class StandingReader(ArchiveStandings standings, RecordBook records)
{
    /// <summary>The most bodies on one page.</summary>
    public const int PageRows = 50;

    private const int MostUnlisted = 10_000;
    private const int RowsAtOnce = 500;

    /// <summary>The bodies that are meant: those directly below one, or all.</summary>
    public BodyScope Scope(string superior)
    {
        return BodyScope.Of(records.Current.Bodies, superior);
    }

    /// <summary>The bodies that the list puts above others, by name.</summary>
    public IReadOnlyList<string> Superiors()
    {
        var bodies = records.Current.Bodies;
        return
        [
            .. bodies.Bodies.Select(body => body.Superior).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)
                .Select(bodies.KeyOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>What each year amounts to, the first one first.</summary>
    public async Task<IReadOnlyList<YearTotal>> TotalsAsync(BodyScope scope, YearSpan span, CancellationToken cancellationToken)
    {
        var counts = await standings.CountsAsync(span.First, span.Last, scope.Counted, cancellationToken);
        var byYear = counts.ToLookup(count => count.Year);
        return [.. span.Years.Select(year => Total(year, scope.Bodies.Count, byYear[year]))];
    }

    /// <summary>One page of the bodies that a text is found in.</summary>
    /// <param name="scope">Which bodies.</param>
    /// <param name="span">The years.</param>
    /// <param name="text">What their names, or other names, are to contain. Empty: anything.</param>
    /// <param name="page">The number of the page, from 1: one too great means the last.</param>
    /// <param name="isAllListed">Whether it is known that the list has every body with a report.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<StandingPage> PageAsync(
        BodyScope scope, YearSpan span, string text, int page, bool isAllListed, CancellationToken cancellationToken)
    {
        var all = await HeadsAsync(scope, span, text, isAllListed, cancellationToken);
        var pages = Math.Max(1, (all.Count + PageRows - 1) / PageRows);
        var number = Math.Clamp(page, 1, pages);
        var shown = all.GetRange((number - 1) * PageRows, Math.Min(PageRows, all.Count - ((number - 1) * PageRows)));
        return new StandingPage(await RowsAsync(scope, shown, span, cancellationToken), number, pages, all.Count);
    }

    /// <summary>All bodies that a text is found in, a few hundred of them in memory at once.</summary>
    public async IAsyncEnumerable<StandingRow> AllAsync(
        BodyScope scope, YearSpan span, string text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var heads in (await HeadsAsync(scope, span, text, isAllListed: false, cancellationToken)).Chunk(RowsAtOnce))
        {
            foreach (var row in await RowsAsync(scope, heads, span, cancellationToken))
            {
                yield return row;
            }
        }
    }

    /// <summary>The bodies of the list that have no report on a year, by name.</summary>
    public async Task<IReadOnlyList<Body>> MissingAsync(BodyScope scope, int year, CancellationToken cancellationToken)
    {
        var missing = (await standings.MissingAsync(year, scope.Counted, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return [.. scope.Bodies.Where(body => missing.Contains(body.Name))];
    }

    private static YearTotal Total(int year, int expected, IEnumerable<StandingCount> counts)
    {
        var verdicts = counts.ToDictionary(count => count.Verdict);
        long Of(Verdict verdict) => verdicts.GetValueOrDefault(verdict)?.Bodies ?? 0;
        var (filed, listed) = (verdicts.Values.Sum(count => count.Bodies), verdicts.Values.Sum(count => count.Listed));
        var (accepted, rejected) = (Of(Verdict.Accept), Of(Verdict.Reject));
        return new YearTotal(year, expected, expected - listed, accepted, rejected, filed - accepted - rejected, filed - listed);
    }

    /// <summary>The bodies without their reports, by name: those of the list, and those outside of it that have a report.</summary>
    private async Task<List<StandingRow>> HeadsAsync(
        BodyScope scope, YearSpan span, string text, bool isAllListed, CancellationToken cancellationToken)
    {
        var plain = BodyRegister.Plain(text);
        var heads = scope.Bodies
            .Where(body => body.Aliases.Prepend(body.Name).Any(name => name.Contains(plain, StringComparison.Ordinal)))
            .Select(body => new StandingRow(body.Name, body.Superior, IsListed: true, [])).ToList();
        if (scope.Counted.IsClosed || isAllListed)
        {
            return heads;
        }

        var unlisted = await standings.UnlistedAsync(span.First, span.Last, scope.Counted, MostUnlisted, cancellationToken);
        heads.AddRange(unlisted.Where(name => name.Contains(plain, StringComparison.Ordinal))
            .Select(name => new StandingRow(name, "", IsListed: false, [])));
        heads.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return heads;
    }

    private async Task<IReadOnlyList<StandingRow>> RowsAsync(
        BodyScope scope, IReadOnlyList<StandingRow> heads, YearSpan span, CancellationToken cancellationToken)
    {
        var bodies = records.Current.Bodies;
        var names = heads.SelectMany(head => head.IsListed ? bodies.Of(head.Name) : [head.Name]).Distinct(StringComparer.Ordinal).ToList();
        var cells = new Dictionary<(string Body, int Year), FiledCell>();
        foreach (var cell in await standings.CellsAsync(names, span.First, span.Last, cancellationToken))
        {
            // They come in the order of filing: the last one counts.
            cells[(scope.Counted.Names.GetValueOrDefault(cell.Organization, cell.Organization), cell.Year)] = cell;
        }

        return [.. heads.Select(head => head with
        {
            Cells = [.. span.Years.Select(year => cells.GetValueOrDefault((head.Name, year)))],
        })];
    }
}
