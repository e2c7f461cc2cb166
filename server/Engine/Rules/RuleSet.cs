using Validation.Engine.Rules.National;

namespace Validation.Engine.Rules;

/// <summary>The rules in force, with one version. Immutable and thread-safe.</summary>
public sealed class RuleSet
{
    /// <summary>The rule set that ships with the engine.</summary>
    public static RuleSet National { get; } = new("2026.1", NationalRules.All);

    /// <param name="version">The version, such as "2026.1".</param>
    /// <param name="rules">The rules; their ids differ.</param>
    /// <exception cref="ArgumentException">Two rules have the same id.</exception>
    public RuleSet(string version, IReadOnlyList<IRule> rules)
    {
        var twice = rules.GroupBy(rule => rule.Header.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"Two rules have the id {twice.Key}.", nameof(rules));
        }

        Version = version;
        Rules = rules;
    }

    /// <summary>The version, such as "2026.1".</summary>
    public string Version { get; }

    /// <summary>The rules, in the order in which they are evaluated.</summary>
    public IReadOnlyList<IRule> Rules { get; }
}
