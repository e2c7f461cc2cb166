namespace Validation.Cel;

/// <summary>What is wrong with an expression.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in characters (UTF-16 code units).</param>
/// <param name="Message">What is wrong and, for a misspelt name, the nearest one; in Chinese, for administrators.</param>
public sealed record CelProblem(int Line, int Column, string Message);
