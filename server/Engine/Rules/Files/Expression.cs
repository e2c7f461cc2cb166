namespace Validation.Engine.Rules.Files;

/// <summary>An expression as a rule file writes it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Line">The line of its first character, from 1.</param>
/// <param name="Column">The column of its first character, from 1; 0 when the file folds the text over lines, so that columns are
/// lost.</param>
internal sealed record Expression(string Text, int Line, int Column)
{
    /// <summary>The expression that a scalar holds.</summary>
    public static Expression Of(YamlScalar scalar) => scalar.Indent < 0
        ? new Expression(scalar.Text, scalar.Line + 1, 0)
        : new Expression(scalar.Text, scalar.Line, scalar.Column + scalar.Indent);

    /// <summary>The place of a character of the expression in the file; both count from 1.</summary>
    public (int Line, int Column) PlaceOf(int line, int column) =>
        (Line + line - 1, Column == 0 ? 0 : line == 1 ? Column + column - 1 : column);
}
