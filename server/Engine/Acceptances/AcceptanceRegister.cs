using System.Collections.Frozen;
using Validation.Engine.Bodies;
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

    /// <summary>Marks the findings of a report that are accepted.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="report">The report. One of an unknown year or body has no acceptances.</param>
    /// <param name="bodies">The bodies that it may be from.</param>
    /// <param name="rules">The rules, which may say that their findings are never accepted.</param>
    /// <returns>How many are.</returns>
    internal int Mark(IReadOnlyList<Finding> findings, Report report, BodyRegister bodies, RuleSet rules)
    {
        if (_byReport.Count == 0 || report.Year == 0 || bodies.KeyOf(report.Organization) is not { Length: > 0 } body
            || !_byReport.TryGetValue((body, report.Year), out var accepted))
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
