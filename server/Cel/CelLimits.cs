namespace Validation.Cel;

/// <summary>What expressions and their values may not exceed.</summary>
public static class CelLimits
{
    /// <summary>Characters of an expression.</summary>
    public const int TextLength = 20_000;

    /// <summary>How deep brackets, conditions and the like may nest in the text.</summary>
    public const int Nesting = 250;

    /// <summary>How deep the parsed expression may be: a chain such as 1 + 1 + 1 gets deeper with every operator.</summary>
    public const int TreeDepth = 500;

    /// <summary>Characters (UTF-16 code units) of a string, or bytes, that an expression makes.</summary>
    public const int StringLength = 10 * 1024 * 1024;

    /// <summary>Items of a list or map that an expression makes.</summary>
    public const int Items = 1_000_000;

    /// <summary>Characters of a regular expression.</summary>
    public const int PatternLength = 2_000;

    /// <summary>How large a regular expression may be once its repetitions are written out.</summary>
    public const int PatternSize = 2_000;

    /// <summary>Problems that a compilation lists.</summary>
    public const int Problems = 100;

    /// <summary>Characters that text functions handle for one step of the budget.</summary>
    public const int CharactersPerStep = 32;

    /// <summary>How deep lists and maps may nest that are compared.</summary>
    public const int ValueDepth = 200;

    /// <summary>How deep lists, maps and objects are printed as JSON.</summary>
    public const int JsonDepth = 64;

    /// <summary>Characters of a value printed as JSON.</summary>
    public const int JsonLength = 1024 * 1024;
}
