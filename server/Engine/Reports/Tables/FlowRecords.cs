using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables;

/// <summary>
/// Reads text that shows no cells: labels and numbers follow one another, on a line or each on its own; labels may be wrapped.
/// </summary>
internal static class FlowRecords
{
    private static readonly char[] Separators = ['|', '｜'];

    /// <summary>A record for every run of words and the numbers behind it.</summary>
    public static IReadOnlyList<TableRecord> Read(IReadOnlyList<Paragraph> lines)
    {
        var records = new List<TableRecord> { new() };
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line.Text))
            {
                if (records[^1].Values.Count > 0)
                {
                    records[^1].Values.Add(new Token(TokenKind.Gap, string.Empty, line.Position));
                }
                else
                {
                    records[^1].HasGapBeforeValues = true;
                }

                continue;
            }

            foreach (var part in line.Cells ?? [new Piece(line.Text, line.Position)])
            {
                Append(records, Tokens(part));
            }
        }

        return records;
    }

    private static void Append(List<TableRecord> records, List<Token> tokens)
    {
        foreach (var token in tokens)
        {
            Append(records, token);
        }
    }

    private static void Append(List<TableRecord> records, Token token)
    {
        if (token.Kind == TokenKind.Value)
        {
            records[^1].Values.Add(token);
            return;
        }

        if (records[^1].Values.Count > 0)
        {
            records.Add(new TableRecord());
        }

        records[^1].Labels.Add(token);
        records[^1].HasGapBeforeValues = false;
    }

    private static List<Token> Tokens(Piece line)
    {
        var tokens = new List<Token>();
        for (var start = 0; start < line.Text.Length;)
        {
            if (IsBreak(line.Text[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < line.Text.Length && !IsBreak(line.Text[end]))
            {
                end++;
            }

            AddToken(tokens, line.Text[start..end], line.Position.Shift(start));
            start = end;
        }

        return MendOrdinal(tokens);
    }

    private static bool IsBreak(char character) => Characters.IsBlank(character) || Separators.Contains(character);

    private static void AddToken(List<Token> tokens, string text, Position position)
    {
        var kind = CellText.Classify(text);
        var digits = kind == TokenKind.Text ? TrailingDigits(text) : 0;
        if (digits == 0)
        {
            tokens.Add(new Token(kind, text, position));
            return;
        }

        var label = text[..^digits];
        tokens.Add(new Token(TokenKind.Text, label, position));
        tokens.Add(new Token(TokenKind.Value, text[^digits..], position.Shift(label.Length)));
    }

    // "三、本年度办理结果0": no label ends with a digit, so the digits are a number that was glued to it.
    private static int TrailingDigits(string text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(Characters.Fold(text[text.Length - 1 - digits])))
        {
            digits++;
        }

        var label = text.AsSpan(0, text.Length - digits);
        return digits > 0 && label.Length >= 2 && (char.IsLetter(label[^1]) || label[^1] is ')' or '）') ? digits : 0;
    }

    // "1 属于国家秘密 0 0 0": the number before the words is theirs.
    private static List<Token> MendOrdinal(List<Token> tokens)
    {
        if (tokens.Count > 1 && tokens[0] is { Kind: TokenKind.Value, Text: [>= '1' and <= '9'] } && tokens[1].Kind == TokenKind.Text)
        {
            tokens[0] = tokens[0] with { Kind = TokenKind.Text };
        }

        return tokens;
    }
}
