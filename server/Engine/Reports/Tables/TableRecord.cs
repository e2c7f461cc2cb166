using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables;

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
internal readonly record struct Token(TokenKind Kind, string Text, Position Position);

/// <summary>A row of a table as the text shows it: labels, then values. Nothing of the template is known yet.</summary>
internal sealed class TableRecord
{
    private string? _words;

    /// <summary>The words before the values.</summary>
    public List<Token> Labels { get; } = [];

    /// <summary>
    /// The values: from a grid every cell after the last label; from flowing text the numbers, and the empty lines among them.
    /// </summary>
    public List<Token> Values { get; } = [];

    /// <summary>An empty line stands between the last label and the first value: it may be an empty cell; flowing text only.</summary>
    public bool HasGapBeforeValues { get; set; }

    /// <summary>True: the text has cells, so that empty ones keep their place. False: only the order of the numbers is known.</summary>
    public bool IsGrid { get; init; }

    /// <summary>Which value stands in which column is not certain: the record says that there is a row, and no more.</summary>
    public bool IsUnclear { get; init; }

    /// <summary>Where the first of <see cref="Values"/> stands in its row, from 0; grids only.</summary>
    public int FirstCell { get; set; }

    /// <summary>Every cell of the row; grids only.</summary>
    public IReadOnlyList<Token> Row { get; init; } = [];

    /// <summary>The row is one of a document's table: each cell is known to stand in its column.</summary>
    public bool HasColumns { get; init; }

    /// <summary>What stands above the columns. Null: nothing that is known, or the row does not stand in line with it.</summary>
    public HeadingBlock? Headings { get; set; }

    /// <summary>How many cells the row has in all; grids only.</summary>
    public int CellCount => FirstCell + Values.Count;

    /// <summary>The cells behind the last label, a merged one once, wherever they stand. Null: no row of a document's table.</summary>
    public IReadOnlyList<Token>? CellsBehindLabels
    {
        get
        {
            if (!HasColumns || Labels.Count == 0)
            {
                return null;
            }

            // The columns of a cell have its place in common.
            var cells = new List<Token>();
            var last = Labels[^1].Position.Order;
            foreach (var token in Row)
            {
                if (token.Position.Order > last)
                {
                    cells.Add(token);
                    last = token.Position.Order;
                }
            }

            return cells;
        }
    }

    /// <summary>How many of the values are there, blank ones not counted.</summary>
    public int Filled => Values.Count(value => value.Kind == TokenKind.Value);

    /// <summary>How many of the values are there in a row of so many cells, zeros that were printed without spaces counted each.</summary>
    public int FilledOf(int width)
    {
        var hasRun = Values.Exists(value => GluedZeros.IsRun(value.Text));
        return hasRun && GluedZeros.Split(Values.FindAll(value => value.Kind == TokenKind.Value), width) is not null ? width : Filled;
    }

    /// <summary>The row can hold numbers: it has values, or the empty cells for them.</summary>
    public bool HasValues => Filled > 0 || IsUnclear || (IsGrid && Values.Count > 0);

    /// <summary>All labels in one, form left aside.</summary>
    public string Words => _words ??= string.Concat(Labels.Select(label => Characters.Words(label.Text)));

    /// <summary>Makes the cells from that one on the values, and words before it the labels; grids only.</summary>
    public void DivideAt(int first)
    {
        FirstCell = first;
        Labels.Clear();
        Values.Clear();
        for (var i = 0; i < Row.Count; i++)
        {
            if (i >= first)
            {
                Values.Add(Row[i].Kind == TokenKind.Text ? Row[i] with { Kind = TokenKind.Value } : Row[i]);
            }
            else if (Row[i].Kind == TokenKind.Text)
            {
                Labels.Add(Row[i]);
            }
        }

        _words = null;
    }

    /// <summary>Where the record begins.</summary>
    public Position Position => Labels.Count > 0 ? Labels[0].Position : Values.Count > 0 ? Values[0].Position : default;
}
