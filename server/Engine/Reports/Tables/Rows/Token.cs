using Validation.Engine.Documents;

namespace Validation.Engine.Reports.Tables.Rows;

/// <summary>What a piece of a table's text is.</summary>
internal enum TokenKind
{
    /// <summary>Words: a label or a part of one.</summary>
    Text,

    /// <summary>A number, a dash, or what somebody typed in the place of a number.</summary>
    Value,

    /// <summary>Nothing: an empty cell, or an empty line between numbers.</summary>
    Gap,

    /// <summary>Not even a cell: the table lacks the column.</summary>
    Absent,
}

/// <summary>A piece of a table's text.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, Position Position)
{
    /// <summary>A cell that the table lacks.</summary>
    public static Token Absent { get; } = new(TokenKind.Absent, string.Empty, default);

    /// <summary>Takes pieces for the same that show the same text, wherever they stand.</summary>
    public static IEqualityComparer<Token> ByText { get; } = EqualityComparer<Token>.Create(
        static (one, other) => one.Text == other.Text, static token => token.Text.GetHashCode(StringComparison.Ordinal));

    /// <summary>The piece in the place of a number: words there are what somebody typed instead of one.</summary>
    public Token AsValue => Kind == TokenKind.Text ? this with { Kind = TokenKind.Value } : this;

    /// <summary>A cell that shows nothing.</summary>
    public static Token Empty(Position position) => new(TokenKind.Gap, string.Empty, position);
}
