namespace Validation.Cel.Syntax;

/// <summary>The kinds of tokens.</summary>
internal enum CelTokenKind
{
    End,
    Name,
    QuotedName,
    Int,
    UInt,
    Double,
    String,
    Bytes,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Dot,
    Comma,
    Colon,
    Question,
    Plus,
    Minus,
    Times,
    Divide,
    Modulo,
    Not,
    And,
    Or,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}

/// <summary>
/// A token: where it stands in the text and, for a literal, its value. An int is kept as its magnitude: the sign comes before it.
/// </summary>
internal readonly record struct CelToken(CelTokenKind Kind, int Start, int End, CelValue Value);
