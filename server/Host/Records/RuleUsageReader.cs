using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Records;

/// <summary>Reads how often each rule found something, summed over all servers of the store.</summary>
internal sealed class RuleUsageReader(RuleCounts counts, RuleCountStore store, RuleBook book)
{
    private const int MostDays = 400;
    private const int UsualDays = 30;

    /// <summary>Which rules fired within so many days, today included.</summary>
    /// <param name="days">How many; 0: thirty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<RuleUsage> ReadAsync(int days, CancellationToken cancellationToken)
    {
        // Counts of this server that are not yet written belong to the result too.
        await counts.FlushAsync(cancellationToken);
        var since = counts.Day((days <= 0 ? UsualDays : Math.Min(days, MostDays)) - 1);
        return Of(since, await store.SinceAsync(since, cancellationToken));
    }

    private RuleUsage Of(string since, IReadOnlyDictionary<RuleCountKey, RuleCount> sums)
    {
        var fired = sums.Where(pair => pair.Key.RuleId.Length > 0).ToList();
        var known = fired.Select(pair => pair.Key.RuleId).ToHashSet(StringComparer.Ordinal);
        var silent = book.Current.Rules.Rules.Where(rule => rule.IsEvaluated && !known.Contains(rule.Header.Id));
        return new RuleUsage
        {
            Since = since,
            Checks = sums.Where(pair => pair.Key.RuleId.Length == 0).Sum(pair => pair.Value.Checks),
            Rules =
            {
                fired.OrderByDescending(pair => pair.Value.Checks).ThenBy(pair => pair.Key.RuleId, StringComparer.Ordinal)
                    .Select(pair => new RuleUsageCount
                    {
                        RuleId = pair.Key.RuleId,
                        RuleSetVersion = pair.Key.RuleSetVersion,
                        Verdict = pair.Key.Verdict,
                        Checks = pair.Value.Checks,
                        Findings = pair.Value.Findings,
                    }),
            },
            NeverFired = { silent.Select(rule => rule.Header.Id).Order(StringComparer.Ordinal) },
        };
    }
}
