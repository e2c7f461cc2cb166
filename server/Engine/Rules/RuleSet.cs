namespace Validation.Engine.Rules;

/// <summary>The rules in force, with one version. Immutable and thread-safe.</summary>
public sealed class RuleSet
{
    /// <summary>The rule set that ships with the engine.</summary>
    public static RuleSet National { get; } = new() { Version = "0" };

    /// <summary>The version, such as "2026.1".</summary>
    public required string Version { get; init; }
}
