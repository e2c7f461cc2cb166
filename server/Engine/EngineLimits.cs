namespace Validation.Engine;

/// <summary>How much of a document the engine reads before it gives up. Immutable; null means no limit.</summary>
public sealed record EngineLimits
{
    /// <summary>The limits that hold unless others are configured.</summary>
    public static EngineLimits Default { get; } = new();

    /// <summary>Bytes of a document. Defaults to 33,554,432 (32 MiB).</summary>
    public int? DocumentBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Characters of a document's text. Defaults to 10,485,760.</summary>
    public int? TextCharacters { get; init; } = 10 * 1024 * 1024;

    /// <summary>Lines or paragraphs of a document. Defaults to 200,000.</summary>
    public int? Paragraphs { get; init; } = 200_000;

    /// <summary>Findings of one rule, at least 1; the last one then says how many more there are. Defaults to 200.</summary>
    public int? FindingsPerRule { get; init; } = 200;

    /// <summary>
    /// Steps of work of one rule on one report, as <see cref="Validation.Cel.CelBudget"/> counts them: the same on every machine.
    /// Defaults to
    /// 2,000,000.
    /// </summary>
    public long? RuleSteps { get; init; } = 2_000_000;

    /// <summary>Time of one rule on one report; counts once the rule has done some thousand steps. Defaults to 100 ms.</summary>
    public TimeSpan? RuleTime { get; init; } = TimeSpan.FromMilliseconds(100);
}
