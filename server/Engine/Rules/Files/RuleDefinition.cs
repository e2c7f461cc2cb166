using System.Runtime.CompilerServices;
using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>A rule as its file writes it, with expressions that are not compiled yet.</summary>
internal sealed record RuleDefinition
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Family { get; init; }

    public required Level Severity { get; init; }

    public required string Basis { get; init; }

    public required string Why { get; init; }

    /// <summary>The variables of <c>each</c> with the lists that they go through, the outermost first.</summary>
    public IReadOnlyList<(YamlScalar Name, Expression List)> Each { get; init; } = [];

    public Expression? Applies { get; init; }

    /// <summary>The expression that must hold. Null exactly when the rule waits for data.</summary>
    public Expression? Assert { get; init; }

    public IReadOnlyList<Expression> Cells { get; init; } = [];

    public Expression? At { get; init; }

    public Expression? Section { get; init; }

    /// <summary>The passage of another report that says the same as this one.</summary>
    public Expression? Twin { get; init; }

    public TextTemplate? Message { get; init; }

    public TextTemplate? Expected { get; init; }

    public TextTemplate? Actual { get; init; }

    public TextTemplate? Mend { get; init; }

    public TextTemplate? Subject { get; init; }

    /// <summary>Lower levels with their conditions; the first condition that holds counts.</summary>
    public IReadOnlyList<(Level Severity, Expression When)> Lower { get; init; } = [];

    /// <summary>The system works out which numbers of the tables or of the prose to change.</summary>
    public bool IsSum { get; init; }

    /// <summary>The first report year for which the rule holds. Null: any.</summary>
    public int? Since { get; init; }

    /// <summary>The last report year for which the rule holds. Null: any.</summary>
    public int? Until { get; init; }

    /// <summary>The last day of the trial. Null: none.</summary>
    public DateOnly? Trial { get; init; }

    /// <summary>The data that the rule waits for, such as 上年报告. Empty: it waits for nothing.</summary>
    public string WaitsFor { get; init; } = string.Empty;

    /// <summary>What the rule needs besides the report. It is evaluated only where that is at hand.</summary>
    public RuleNeed Needs { get; init; }

    public IReadOnlyList<TestDefinition> Tests { get; init; } = [];

    /// <summary>The parameters of the rule with its own values.</summary>
    public RuleParameters Parameters { get; init; } = RuleParameters.None;

    /// <summary>The parameters with the values of an override. Null: no override changes them.</summary>
    public RuleParameters? ParametersInForce { get; init; }

    public required string File { get; init; }

    public required int Line { get; init; }

    /// <summary>The rule as written, with its indentation taken away.</summary>
    public required string Text { get; init; }

    /// <summary>The keys with their values in canonical form: equal values give equal text.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>The compiled expressions, shared by all copies of the rule that differ in level or trial only. Null: not compiled
    /// yet.</summary>
    public StrongBox<RuleCompilation?> Compilation { get; } = new();

    /// <summary>True: an administrator added the rule; it is not of the national set.</summary>
    public bool IsLocal { get; init; }

    /// <summary>True: an override has switched the rule off.</summary>
    public bool IsOff { get; init; }

    /// <summary>Why it is switched off, as the override says. Empty: it does not say, or the rule is not off.</summary>
    public string OffReason { get; init; } = string.Empty;

    /// <summary>The level that an override gives. Null: the rule's own holds.</summary>
    public Level? SeverityInForce { get; init; }

    /// <summary>True: findings of the rule cannot be accepted.</summary>
    public bool IsNeverAccepted { get; init; }

    /// <summary>The overrides that hold for some reports only, in their order.</summary>
    public IReadOnlyList<RuleOverride> Cases { get; init; } = [];

    /// <summary>File and line of the override that holds for every report. Null: there is none.</summary>
    public string? OverriddenAt { get; init; }
}

/// <summary>The result of compiling a rule's expressions.</summary>
/// <param name="Programs">The expressions. Null: the rule waits for facts, or there are problems.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record RuleCompilation(RulePrograms? Programs, IReadOnlyList<RuleProblem> Problems);

/// <summary>The change that an overlay makes to a national rule.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Off">It is switched off.</param>
/// <param name="Severity">The weight. Null: as it is.</param>
/// <param name="Trial">The last day of the trial. Null: as it is.</param>
/// <param name="When">For which reports. Null: for all.</param>
/// <param name="Reason">Why. Empty: it does not say.</param>
/// <param name="With">Parameters and their new values.</param>
/// <param name="File">The file.</param>
/// <param name="Node">The place.</param>
internal sealed record RuleOverride(
    string RuleId, bool Off, Level? Severity, DateOnly? Trial, Expression? When, string Reason,
    IReadOnlyList<(YamlScalar Name, YamlScalar Value)> With, string File, YamlNode Node);
