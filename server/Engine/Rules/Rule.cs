using Validation.Cel;
using Validation.Engine.Rules.Files;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>The head of a rule: id, title, level, basis.</summary>
/// <param name="Id">The id, such as "t3-balance". Stable, and never used again for another rule.</param>
/// <param name="Title">The title, in Chinese.</param>
/// <param name="Severity">The weight in force.</param>
/// <param name="RuleSeverity">The weight that the rule itself gives.</param>
/// <param name="Basis">The legal or formal basis, in Chinese.</param>
/// <param name="IsOnTrial">Its findings are shown and never count.</param>
public sealed record RuleHeader(string Id, string Title, Level Severity, Level RuleSeverity, string Basis, bool IsOnTrial)
{
    /// <summary>The level that findings show: info while the rule is on trial.</summary>
    public Level Shown => IsOnTrial ? Level.Info : Severity;

    /// <summary>The head with the level of a case that holds for the report.</summary>
    internal RuleHeader In(RuleCaseProgram? one) => one?.Change.Severity is { } severity ? this with { Severity = severity } : this;
}

/// <summary>A compiled rule of a set. Immutable and thread-safe.</summary>
public sealed class Rule
{
    private static readonly string[] ConditionKeys = ["each", "applies", "assert"];

    internal Rule(
        RuleDefinition definition, RuleHeader header, RulePrograms? programs, IReadOnlyList<RuleCaseProgram>? cases = null)
    {
        Cases = cases ?? [];
        Definition = definition;
        Header = header;
        Programs = programs;
    }

    /// <summary>What the rule is called and how much it weighs.</summary>
    public RuleHeader Header { get; }

    /// <summary>False: the rule is switched off or waits for data, and finds nothing.</summary>
    public bool IsEvaluated => Programs is not null && !Definition.IsOff;

    /// <summary>The template of the message as the rule writes it. Empty: the rule waits for data and has none.</summary>
    public string MessageText => Definition.Keys.GetValueOrDefault("message", string.Empty);

    /// <summary>What decides whether the rule finds fault: its keys "each", "applies" and "assert", as far as it has them, with their
    /// texts.</summary>
    public IReadOnlyList<(string Key, string Text)> Conditions =>
        [.. ConditionKeys.Where(Definition.Keys.ContainsKey).Select(key => (key, Definition.Keys[key]))];

    /// <summary>Whether an override of an administrator changes the rule, for all reports or for some.</summary>
    public bool IsOverridden => Definition.OverriddenAt is not null || Cases.Count > 0;

    /// <summary>The rule as written.</summary>
    internal RuleDefinition Definition { get; }

    /// <summary>The expressions. Null: the rule waits for facts.</summary>
    internal RulePrograms? Programs { get; }

    /// <summary>The changes of the rule for some reports only; the first whose condition holds counts.</summary>
    internal IReadOnlyList<RuleCaseProgram> Cases { get; }

    /// <summary>The rule as its file writes it, which is what its own tests check.</summary>
    internal Rule WithoutCases() => Cases.Count == 0 ? this : new Rule(Definition, Header, Programs);

    /// <summary>Whether the rule applies to reports on a year. For year 0, not known, every rule applies.</summary>
    internal bool IsOfYear(int year) =>
        year == 0 || (year >= (Definition.Since ?? 0) && year <= (Definition.Until ?? int.MaxValue));
}

/// <summary>The expressions of a rule, compiled.</summary>
internal sealed record RulePrograms
{
    /// <summary>The lists to go through, the first outermost.</summary>
    public required IReadOnlyList<CelProgram> Each { get; init; }

    /// <summary>The condition of the whole rule: an <c>applies</c> that reads no variable of <c>each</c>. Null: there is none.</summary>
    public CelProgram? AppliesOnce { get; init; }

    /// <summary>The condition for one item. Null: there is none.</summary>
    public CelProgram? Applies { get; init; }

    public required CelProgram Assert { get; init; }

    public required IReadOnlyList<CelProgram> Cells { get; init; }

    public CelProgram? At { get; init; }

    public CelProgram? Section { get; init; }

    /// <summary>The passage of another report. Null: findings have none.</summary>
    public CelProgram? Twin { get; init; }

    public required TextProgram Message { get; init; }

    public TextProgram? Expected { get; init; }

    public TextProgram? Actual { get; init; }

    public TextProgram? Mend { get; init; }

    public TextProgram? Subject { get; init; }

    public required IReadOnlyList<(Level Severity, CelProgram When)> Lower { get; init; }
}

/// <summary>A text with expressions in it, compiled.</summary>
/// <param name="Parts">Plain text, each with the expression after it; null where the text ends.</param>
internal sealed record TextProgram(IReadOnlyList<(string Plain, CelProgram? Value)> Parts);

/// <summary>A change of a rule by an administrator for reports that meet a condition.</summary>
/// <param name="Change">The change: it switches the rule off, or gives it another weight.</param>
/// <param name="When">Its condition, compiled.</param>
internal sealed record RuleCaseProgram(RuleOverride Change, CelProgram When)
{
    /// <summary>The case as lists of rules show it.</summary>
    public RuleCase Summary => new()
    {
        When = Change.When!.Text, Off = Change.Off, Severity = Change.Severity ?? Level.Unspecified, Reason = Change.Reason,
    };

    /// <summary>The case in one line, such as "off when report.kind == 'STREET'".</summary>
    public override string ToString() => $"{(Change.Off ? "off" : Severities.NameOf(Change.Severity!.Value))} when {Change.When!.Text}";
}
