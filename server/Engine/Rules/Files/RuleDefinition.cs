using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>A rule as its file writes it, its expressions not yet compiled.</summary>
internal sealed record RuleDefinition
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Family { get; init; }

    public required Level Severity { get; init; }

    public required string Basis { get; init; }

    public required string Why { get; init; }

    /// <summary>The names and lists to go through, the first outermost.</summary>
    public IReadOnlyList<(YamlScalar Name, Expression List)> Each { get; init; } = [];

    public Expression? Applies { get; init; }

    /// <summary>Null exactly when the rule waits for something.</summary>
    public Expression? Assert { get; init; }

    public IReadOnlyList<Expression> Cells { get; init; } = [];

    public Expression? At { get; init; }

    public Expression? Section { get; init; }

    public TextTemplate? Message { get; init; }

    public TextTemplate? Expected { get; init; }

    public TextTemplate? Actual { get; init; }

    public TextTemplate? Mend { get; init; }

    public TextTemplate? Subject { get; init; }

    /// <summary>Lower weights with the conditions for them, the first that holds counts.</summary>
    public IReadOnlyList<(Level Severity, Expression When)> Lower { get; init; } = [];

    /// <summary>The system works out which cell of 表三 to change.</summary>
    public bool IsSum { get; init; }

    /// <summary>The first report year for which the rule holds. Null: any.</summary>
    public int? Since { get; init; }

    /// <summary>The last report year for which the rule holds. Null: any.</summary>
    public int? Until { get; init; }

    /// <summary>The last day of the trial. Null: none.</summary>
    public DateOnly? Trial { get; init; }

    /// <summary>What the rule waits for. Empty: nothing.</summary>
    public string WaitsFor { get; init; } = string.Empty;

    public IReadOnlyList<TestDefinition> Tests { get; init; } = [];

    /// <summary>The values that the rule names.</summary>
    public RuleParameters Parameters { get; init; } = RuleParameters.None;

    /// <summary>The parameters with what an override makes of them. Null: there is no override, or it changes none.</summary>
    public RuleParameters? ParametersInForce { get; init; }

    public required string File { get; init; }

    public required int Line { get; init; }

    /// <summary>The rule as written, with its indentation taken away.</summary>
    public required string Text { get; init; }

    /// <summary>The keys with their values, the same text for equal values.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>What came of compiling the expressions: the same for every copy that differs in weight or trial only.</summary>
    public RuleCompilationSlot Compilation { get; } = new();

    /// <summary>An administrator added the rule.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Switched off by an override.</summary>
    public bool IsOff { get; init; }

    /// <summary>Why it is switched off, as the override says. Empty: it does not say, or the rule is not off.</summary>
    public string OffReason { get; init; } = string.Empty;

    /// <summary>The weight that an override gives. Null: the rule's own.</summary>
    public Level? SeverityInForce { get; init; }

    /// <summary>Its findings are never accepted.</summary>
    public bool IsNeverAccepted { get; init; }

    /// <summary>The overrides that hold for some reports only, in their order.</summary>
    public IReadOnlyList<RuleOverride> Cases { get; init; } = [];

    /// <summary>File and line of the override that holds for every report. Null: there is none.</summary>
    public string? OverriddenAt { get; init; }
}

/// <summary>Holds what came of compiling a rule, once it was compiled.</summary>
internal sealed class RuleCompilationSlot
{
    /// <summary>The expressions and what is wrong with them. Null: not compiled yet.</summary>
    public RuleCompilation? Value { get; set; }
}

/// <summary>The expressions of a rule.</summary>
/// <param name="Programs">The expressions. Null: the rule waits for facts, or there are problems.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record RuleCompilation(RulePrograms? Programs, IReadOnlyList<RuleProblem> Problems);

/// <summary>What an overlay changes of a national rule.</summary>
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
