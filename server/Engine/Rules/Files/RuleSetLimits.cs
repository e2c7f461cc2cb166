using Validation.Cel;

namespace Validation.Engine.Rules.Files;

/// <summary>The limits of a rule set, the national set and the overlay together. Those of evaluations: <see
/// cref="EngineLimits"/>.</summary>
public static class RuleSetLimits
{
    /// <summary>Characters of all files: 5 Mi.</summary>
    public const int Characters = 5 << 20;

    /// <summary>The most rules of a set.</summary>
    public const int Rules = 2000;

    /// <summary>Levels to which lists and keys may nest in a file.</summary>
    public const int Depth = 32;

    /// <summary>Characters of a regular expression.</summary>
    public const int PatternLength = CelLimits.PatternLength;
}
