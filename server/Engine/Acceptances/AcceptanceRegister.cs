using System.Collections.Frozen;
using Validation.Engine.Rules;
using Validation.V1;

namespace Validation.Engine.Acceptances;

/// <summary>The findings that are accepted. Immutable and thread-safe.</summary>
public sealed class AcceptanceRegister
{
    private readonly FrozenDictionary<(string Body, int Year), FrozenDictionary<string, Acceptance[]>> _byReport;

    /// <param name="acceptances">Those that hold now. They must not change any more.</param>
    public AcceptanceRegister(IEnumerable<Acceptance> acceptances)
    {
        ArgumentNullException.ThrowIfNull(acceptances);
        _byReport = acceptances
            .GroupBy(acceptance => (acceptance.Organization, acceptance.Year))
            .ToFrozenDictionary(
                report => report.Key,
                report => report.GroupBy(one => one.Fingerprint, StringComparer.Ordinal)
                    .ToFrozenDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal));
    }

    /// <summary>A register in which nothing is accepted.</summary>
    public static AcceptanceRegister Empty { get; } = new([]);

    /// <summary>Whether nothing is accepted.</summary>
    public bool IsEmpty => _byReport.Count == 0;

    /// <summary>Marks the findings of a report that are accepted.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="body">The body, by the name under which it is kept.</param>
    /// <param name="year">The year of the report; 0, unknown, has no acceptances.</param>
    /// <param name="rules">The rules, which may say that their findings are never accepted.</param>
    /// <returns>How many are.</returns>
    internal int Mark(IReadOnlyList<Finding> findings, string body, int year, RuleSet rules)
    {
        if (year == 0 || body.Length == 0 || !_byReport.TryGetValue((body, year), out var accepted))
        {
            return 0;
        }

        var count = 0;
        foreach (var finding in findings)
        {
            if (accepted.TryGetValue(finding.Fingerprint, out var same) && !rules.NeverAccepted.Contains(finding.RuleId)
                && same.FirstOrDefault(one => one.Values == AcceptedValues.Of(finding)) is { } found)
            {
                finding.Accepted = new Accepted { Id = found.Id, Reason = found.Reason, Author = found.Author, Until = found.ExpiresAt };
                count++;
            }
        }

        return count;
    }
}
