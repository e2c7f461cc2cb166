using Validation.Cel;

namespace Validation.Engine.Rules.Sets;

/// <summary>
/// What a rule set may not exceed, the national set and the overlay together. What an evaluation may: <see cref="EngineLimits"/>.
/// </summary>
public static class RuleSetLimits
{
    /// <summary>Characters of all files: 5 Mi.</summary>
    public const int Characters = 5 << 20;

    /// <summary>Rules.</summary>
    public const int Rules = 2000;

    /// <summary>How deep lists and keys may nest in a file.</summary>
    public const int Depth = 32;

    /// <summary>Characters of a regular expression.</summary>
    public const int PatternLength = CelLimits.PatternLength;
}
