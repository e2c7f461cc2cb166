using Validation.Engine.Bodies;
using Validation.Server.Outcomes;
using Validation.Server.Records;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>Tells where the reports of a year stand: what is on file beside what the list of bodies expects. Thread-safe.</summary>
internal sealed class OverviewReader(ArchiveOverview overview, RecordBook records, RuleBook rules)
{
    private const int MaxBodies = 10_000;

    /// <summary>Where the reports of a year stand.</summary>
    /// <returns>The overview. Invalid: no year was given.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<OverviewReply>> ReadAsync(OverviewRequest request, CancellationToken cancellationToken)
    {
        if (request.Year <= 0)
        {
            return new Refusal(RefusalKind.Invalid, ExportTexts.YearMissing) { Field = "year" };
        }

        var bodies = records.Current.Bodies;
        var names = request.Superior.Length == 0 ? null : bodies.Below(request.Superior);
        var found = await overview.ReportsAsync(request.Year, names, cancellationToken);
        // A body that came into the list later may have a report under each of its names: the one filed last counts.
        var current = found.GroupBy(one => bodies.KeyOf(one.Report.Organization), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var older = found.Select(one => one.Number).Except(current.Values.Select(one => one.Number)).ToList();
        var counts = await overview.RulesAsync(request.Year, names, older, cancellationToken);
        var reply = Count(request.Year, Listed(bodies, request.Superior), current);
        reply.Rules.AddRange(counts.Select(Frequency));
        if (!request.IncludeBodies)
        {
            reply.Standings.Clear();
        }

        return reply;
    }

    private static List<string> Listed(BodyRegister bodies, string superior)
    {
        var key = bodies.KeyOf(superior);
        return
        [
            .. bodies.Bodies
                .Where(body => superior.Length == 0 || (body.Superior.Length > 0 && bodies.KeyOf(body.Superior) == key))
                .Select(body => body.Name),
        ];
    }

    private static OverviewReply Count(int year, List<string> listed, Dictionary<string, NumberedReport> current)
    {
        var all = listed.ToHashSet(StringComparer.Ordinal);
        var missing = listed.Where(name => !current.ContainsKey(name)).Order(StringComparer.Ordinal).ToList();
        var unlisted = current.Keys.Where(name => !all.Contains(name)).Order(StringComparer.Ordinal).ToList();
        var verdicts = current.Values.GroupBy(one => one.Report.Verdict).OrderBy(group => group.Key);
        return new OverviewReply
        {
            Year = year,
            Bodies = listed.Count,
            Filed = current.Count,
            Missing = missing.Count,
            Unlisted = unlisted.Count,
            MissingBodies = { missing.Take(MaxBodies) },
            UnlistedBodies = { unlisted.Take(MaxBodies) },
            Verdicts = { verdicts.Select(group => new VerdictCount { Verdict = group.Key, Reports = group.LongCount() }) },
            Standings =
            {
                all.Concat(unlisted).Order(StringComparer.Ordinal).Take(MaxBodies)
                    .Select(name => Standing(name, all.Contains(name), current.GetValueOrDefault(name)?.Report)),
            },
        };
    }

    private static BodyStanding Standing(string name, bool isListed, FiledReport? report)
    {
        return report is null
            ? new BodyStanding { Organization = name, Listed = isListed }
            : new BodyStanding
            {
                Organization = name,
                Listed = isListed,
                Id = report.Id,
                Verdict = report.Verdict,
                Errors = report.Errors,
                Warnings = report.Warnings,
                Infos = report.Infos,
                FiledAt = report.FiledAt,
            };
    }

    private RuleFrequency Frequency(FiledRuleCount count)
    {
        var rule = rules.Current.Rules.Rules.FirstOrDefault(rule => rule.Header.Id == count.RuleId);
        return new RuleFrequency
        {
            RuleId = count.RuleId,
            Title = rule?.Header.Title ?? "",
            Severity = count.Severity,
            Reports = count.Reports,
            Findings = count.Findings,
        };
    }
}
