using System.Collections.Concurrent;
using Validation.Engine;
using Validation.Engine.Bodies;
using Validation.Server.Checks;
using Validation.Server.Records;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>Looks up, for a draft, what is on file of its body and of those around it: last year's report, the reports of the bodies under
/// it, and those of its peers. What was looked up is kept until anything on file or in the list of bodies changes. Thread-safe.</summary>
internal sealed class FiledReports(ArchiveReader reader, ArchiveSync sync, RecordBook records, ILogger<FiledReports> log)
    : IRelatedReports
{
    // Reports that are kept in memory; beyond that everything is looked up anew.
    private const int MostKept = 500;

    // Peers are compared sentence by sentence.
    private const int MostPeers = 200;
    private const int PageReports = 100;

    private volatile Known _known = new(default, BodyRegister.Empty);
    private volatile bool _isTroubled;

    public RelatedReports Of(Report report, CancellationToken cancellationToken)
    {
        if (sync.Version.Newest == 0 || report.Organization.Length == 0 || report.Year == 0)
        {
            return RelatedReports.Empty;
        }

        var outOfReach = new RelatedReports { PriorProblem = ArchiveTexts.OutOfReach };
        if (!sync.IsReached)
        {
            return outOfReach;
        }

        try
        {
            // A check has a thread of its own, which may wait.
            var related = OfAsync(report, cancellationToken).GetAwaiter().GetResult();
            _isTroubled = false;
            return related;
        }
        catch (StoreException fault)
        {
            if (!_isTroubled)
            {
                // Once, and not for each draft.
                StoreLog.StoreFailed(log, fault.InnerException?.Message ?? fault.Message);
            }

            _isTroubled = true;
            return outOfReach;
        }
    }

    /// <summary>The current report of a body on the year before.</summary>
    /// <returns>The report. Null: there is none on file.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<RelatedReport?> PriorAsync(string organization, int year, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(records.Current.Bodies.Of(organization), year - 1, cancellationToken);
        return found is not null && await reader.ContentAsync(found.Number, cancellationToken) is { } content
            ? Related(found.Report, content)
            : null;
    }

    /// <summary>The current reports on a year of the bodies directly under a body. Those under vertical administration are left out.
    /// </summary>
    /// <returns>The reports with their tables alone, and the bodies of which there is none. Null: the list has no body under it.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Subordinates?> SubordinatesAsync(string superior, int year, CancellationToken cancellationToken)
    {
        var bodies = records.Current.Bodies;
        var under = bodies.Under(superior).Where(body => bodies.NatureOf(body.Name).Kind != BodyKind.Vertical).ToList();
        if (under.Count == 0)
        {
            return null;
        }

        var filed = await GroupAsync(under, year, int.MaxValue, TablesOf, cancellationToken);
        var missing = under.Where(body => !filed.Any(one => bodies.KeyOf(one.Organization) == body.Name)).Select(body => body.Name);
        return new Subordinates([.. filed.Select(one => one.Report)], [.. missing]);
    }

    private async Task<RelatedReports> OfAsync(Report report, CancellationToken cancellationToken)
    {
        var bodies = records.Current.Bodies;
        var known = _known;
        if (known.Version != sync.Version || known.Bodies != bodies || known.Kept > MostKept)
        {
            _known = known = new Known(sync.Version, bodies);
        }

        var name = bodies.KeyOf(report.Organization);
        var prior = await known.GetAsync(
            ("prior", name, report.Year), () => PriorAsync(name, report.Year, cancellationToken), one => one is null ? 0 : 1);
        var under = await known.GetAsync(
            ("under", name, report.Year),
            () => SubordinatesAsync(name, report.Year, cancellationToken),
            group => group?.Reports.Count ?? 0);
        var superior = bodies.Find(name)?.Superior ?? "";
        var peers = superior.Length == 0 ? null : await known.GetAsync(
            ("peers", bodies.KeyOf(superior), report.Year),
            () => GroupAsync(bodies.Under(superior), report.Year, MostPeers, content => content, cancellationToken),
            group => group.Count);
        return new RelatedReports
        {
            Prior = prior,
            Subordinates = under,
            Peers = peers?.Where(peer => bodies.KeyOf(peer.Organization) != name).Select(peer => peer.Report).ToList(),
        };
    }

    /// <summary>The current reports of bodies on a year.</summary>
    private async Task<IReadOnlyList<FiledPeer>> GroupAsync(
        IReadOnlyList<Body> group, int year, int most, Func<Report, Report> keep, CancellationToken cancellationToken)
    {
        var bodies = records.Current.Bodies;
        var names = group.SelectMany(body => bodies.Of(body.Name)).Distinct(StringComparer.Ordinal).ToList();
        var filter = new ArchiveFilter(names, "", year, [], WithSuperseded: false);
        var reports = new List<FiledPeer>();
        var before = long.MaxValue;
        while (reports.Count < most)
        {
            var limit = Math.Min(PageReports, most - reports.Count);
            var page = await reader.ListAsync(filter, before, limit, cancellationToken);
            var packed = await reader.PackedAsync([.. page.Select(one => one.Number)], ArchiveStore.OfReport, cancellationToken);
            reports.AddRange(page.Where(one => packed.ContainsKey(one.Number)).Select(one => new FiledPeer(
                one.Report.Organization,
                Related(one.Report, keep(Report.Parser.ParseFrom(ArchivePack.Unpack(packed[one.Number])))))));
            if (page.Count < limit)
            {
                break;
            }

            before = page[^1].Number;
        }

        return reports;
    }

    private static RelatedReport Related(FiledReport filed, Report content)
    {
        return new RelatedReport(content, filed.FileName, filed.Sha256) { IsOnFile = true };
    }

    /// <summary>The report without its prose, which takes most of the memory.</summary>
    private static Report TablesOf(Report report)
    {
        report.Opening.Clear();
        report.Sections.Clear();
        report.Claims.Clear();
        return report;
    }

    /// <summary>A report on file with the name that it is filed under.</summary>
    private sealed record FiledPeer(string Organization, RelatedReport Report);

    /// <summary>What was looked up while the archive and the list of bodies stayed the same.</summary>
    private sealed class Known(ArchiveVersion version, BodyRegister bodies)
    {
        private readonly ConcurrentDictionary<(string What, string Name, int Year), object?> _found = new();
        private int _kept;

        public ArchiveVersion Version => version;

        public BodyRegister Bodies => bodies;

        /// <summary>How many reports are kept.</summary>
        public int Kept => Volatile.Read(ref _kept);

        /// <summary>What was found before, or is found now. Two at the same time may both look.</summary>
        public async Task<T> GetAsync<T>((string What, string Name, int Year) key, Func<Task<T>> find, Func<T, int> count)
        {
            if (_found.TryGetValue(key, out var kept))
            {
                return (T)kept!;
            }

            var found = await find();
            if (_found.TryAdd(key, found))
            {
                Interlocked.Add(ref _kept, count(found));
            }

            return found;
        }
    }
}
