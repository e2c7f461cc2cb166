using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>The changes that a candidate makes rule by rule, and its failing rules, over many drafts. Not thread-safe.</summary>
internal sealed class TryEffects
{
    private readonly SortedDictionary<string, RuleEffect> _effects = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FailingRule> _failures = new(StringComparer.Ordinal);

    /// <summary>The rules whose findings differ, by id.</summary>
    public IReadOnlyCollection<RuleEffect> Effects => _effects.Values;

    /// <summary>The rules that failed, by id.</summary>
    public IReadOnlyCollection<FailingRule> Failures => _failures.Values;

    /// <summary>Adds the outcome of one more draft.</summary>
    public void Add(TrialOutcome outcome)
    {
        var draft = outcome.Draft?.Name ?? string.Empty;
        foreach (var change in outcome.Reply?.Changes ?? [])
        {
            var finding = change.After ?? change.Before ?? new Finding();
            var effect = _effects.GetValueOrDefault(finding.RuleId, new RuleEffect(finding.RuleId, finding.Title));
            _effects[finding.RuleId] = change switch
            {
                { Before: null } => effect with { Appear = effect.Appear.With(draft, finding) },
                { After: null } => effect with { Vanish = effect.Vanish.With(draft, finding) },
                _ => effect with { Change = effect.Change.With(draft, finding) },
            };
        }

        foreach (var failure in outcome.Reply?.RuleFailures ?? [])
        {
            var known = _failures.GetValueOrDefault(failure.RuleId, new FailingRule(failure.RuleId, failure.Message, draft, 0));
            _failures[failure.RuleId] = known with { Drafts = known.Drafts + 1 };
        }
    }
}

/// <summary>How the findings of a rule differ.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Title">Its title.</param>
internal sealed record RuleEffect(string RuleId, string Title)
{
    /// <summary>Findings of the rule that the candidate adds.</summary>
    public Occurrences Appear { get; init; }

    /// <summary>Findings of the rule that the candidate removes.</summary>
    public Occurrences Vanish { get; init; }

    /// <summary>Findings of the rule that are in both answers and say something else.</summary>
    public Occurrences Change { get; init; }
}

/// <summary>How often something happened, and where first.</summary>
/// <param name="Count">How often.</param>
/// <param name="Draft">The first draft; null: it did not happen.</param>
/// <param name="Message">What the rule says there.</param>
internal readonly record struct Occurrences(int Count, string? Draft, string? Message)
{
    /// <summary>One occurrence more; the draft and the message of the first are kept.</summary>
    public Occurrences With(string draft, Finding finding) => new(Count + 1, Draft ?? draft, Message ?? finding.Message);
}

/// <summary>A rule that failed.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Cause">Why, the first time.</param>
/// <param name="Draft">The first draft on which it failed.</param>
/// <param name="Drafts">On how many.</param>
internal sealed record FailingRule(string RuleId, string Cause, string Draft, int Drafts);
