using System.Buffers;
using Validation.Engine.Documents;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables.Rows;

/// <summary>
/// Reads text that shows no cells: labels and numbers follow one another, on a line or each on its own; labels may be wrapped.
/// </summary>
internal static class FlowRecords
{
    private static readonly SearchValues<char> Breaks =
        SearchValues.Create(['|', '｜', .. Enumerable.Range(0, char.MaxValue).Select(static code => (char)code).Where(Characters.IsBlank)]);

    /// <summary>A record for every run of words and the numbers behind it.</summary>
    public static List<TableRecord> Read(IReadOnlyList<TextLine> lines)
    {
        var records = new List<TableRecord> { new() };
        var tokens = new List<Token>();
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line.Text))
            {
                Append(records, Token.Empty(line.Position));
                continue;
            }

            for (var cell = 0; cell < (line.Cells?.Count ?? 1); cell++)
            {
                Cut(line.Cells?[cell] ?? new Piece(line.Text, line.Position), tokens);
                tokens.ForEach(token => Append(records, token));
            }
        }

        return records;
    }

    private static void Append(List<TableRecord> records, Token token)
    {
        var last = records[^1];
        if (token.Kind == TokenKind.Gap && last.Values.Count == 0)
        {
            last.HasGapBeforeValues = true;
        }
        else if (token.Kind != TokenKind.Text)
        {
            last.Values.Add(token);
        }
        else
        {
            if (last.Values.Count > 0)
            {
                records.Add(last = new TableRecord());
            }

            last.Labels.Add(token);
            last.HasGapBeforeValues = false;
        }
    }

    private static void Cut(Piece line, List<Token> tokens)
    {
        tokens.Clear();
        foreach (var range in line.Text.AsSpan().SplitAny(Breaks))
        {
            var text = line.Text[range];
            if (text.Length == 0)
            {
                continue;
            }

            var position = line.Position.Shift(range.Start.Value);
            var kind = CellText.Classify(text);
            var label = text.Length - (kind == TokenKind.Text ? CellText.GluedDigits(text) : 0);
            tokens.Add(new Token(kind, text[..label], position));
            if (label < text.Length)
            {
                tokens.Add(new Token(TokenKind.Value, text[label..], position.Shift(label)));
            }
        }

        // "1 属于国家秘密 0 0 0": the number before the words is theirs.
        if (tokens is [{ Kind: TokenKind.Value, Text: [>= '1' and <= '9'] } number, { Kind: TokenKind.Text }, ..])
        {
            tokens[0] = number with { Kind = TokenKind.Text };
        }
    }
}
