using System.Text;

namespace Validation.Engine.Rules.Files;

/// <summary>A text with expressions in it: "…{row.label}…". "{{" and "}}" are the braces themselves.</summary>
/// <param name="Parts">The parts in their order.</param>
internal sealed record TextTemplate(IReadOnlyList<TemplatePart> Parts)
{
    /// <summary>Parses a text with expressions in braces. Braces without a partner are problems.</summary>
    public static TextTemplate Parse(YamlScalar scalar, ProblemList problems)
    {
        var whole = Expression.Of(scalar);
        var parts = new List<TemplatePart>();
        var plain = new StringBuilder();
        for (var i = 0; i < scalar.Text.Length; i++)
        {
            var character = scalar.Text[i];
            if (character is '{' or '}' && i + 1 < scalar.Text.Length && scalar.Text[i + 1] == character)
            {
                plain.Append(character);
                i++;
            }
            else if (character == '{' && EndOf(scalar.Text, i + 1) is var end and >= 0)
            {
                parts.Add(new TemplatePart(plain.ToString(), Part(whole, scalar.Text, i + 1, end)));
                plain.Clear();
                i = end;
            }
            else if (character is '{' or '}')
            {
                problems.Add(scalar, Texts.BraceAlone);
                break;
            }
            else
            {
                plain.Append(character);
            }
        }

        parts.Add(new TemplatePart(plain.ToString(), null));
        return new TextTemplate(parts);
    }

    // Finds the brace that ends the expression: not one within a string or a map literal of it.
    private static int EndOf(string text, int start)
    {
        var quote = '\0';
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            var character = text[i];
            if (quote != '\0')
            {
                i += character == '\\' ? 1 : 0;
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '\'' or '"')
            {
                quote = character;
            }
            else if (character == '}' && depth == 0)
            {
                return i;
            }
            else
            {
                depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            }
        }

        return -1;
    }

    private static Expression Part(Expression whole, string text, int start, int end)
    {
        var lines = text.AsSpan(0, start).Count('\n');
        var column = whole.Column == 0 || lines > 0 ? 0 : whole.Column + start;
        return new Expression(text[start..end], whole.Line + lines, column);
    }
}

/// <summary>A piece of plain text and the expression after it.</summary>
/// <param name="Plain">The plain text; may be empty.</param>
/// <param name="Expression">The expression. Null: the text ends here.</param>
internal sealed record TemplatePart(string Plain, Expression? Expression);

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
