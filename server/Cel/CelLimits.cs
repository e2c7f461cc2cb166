namespace Validation.Cel;

/// <summary>The limits of expressions and of the values that they make.</summary>
public static class CelLimits
{
    /// <summary>Characters of an expression.</summary>
    public const int TextLength = 20_000;

    /// <summary>Levels to which brackets, conditions and the like may nest in the text.</summary>
    public const int Nesting = 250;

    /// <summary>Levels of the parsed tree: a chain such as 1 + 1 + 1 gets one level deeper with every operator.</summary>
    public const int TreeDepth = 500;

    /// <summary>Characters (UTF-16 code units) of a string, or bytes, that an expression makes.</summary>
    public const int StringLength = 10 * 1024 * 1024;

    /// <summary>Items of a list or map that an expression makes.</summary>
    public const int Items = 1_000_000;

    /// <summary>Characters of a regular expression.</summary>
    public const int PatternLength = 2_000;

    /// <summary>Size of a regular expression in characters, with its repetitions written out: a{3} counts as aaa.</summary>
    public const int PatternSize = 2_000;

    /// <summary>Problems that a compilation lists.</summary>
    public const int Problems = 100;

    /// <summary>Characters that text functions handle for one step of the budget.</summary>
    public const int CharactersPerStep = 32;

    /// <summary>Levels to which lists and maps may nest that are compared.</summary>
    public const int ValueDepth = 200;

    /// <summary>Levels to which lists, maps and objects are printed as JSON.</summary>
    public const int JsonDepth = 64;

    /// <summary>Characters of a value printed as JSON.</summary>
    public const int JsonLength = 1024 * 1024;
}
