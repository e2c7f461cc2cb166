namespace Validation.Engine.Documents;

/// <summary>Raised digits, which are no part of the number that they stand at.</summary>
internal static class Superscript
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The raised form of a digit; any other character as it is.</summary>
    public static char Of(char c) => c is >= '0' and <= '9' ? Raised[c - '0'] : c;
}
