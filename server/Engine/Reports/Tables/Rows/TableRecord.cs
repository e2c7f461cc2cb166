using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Tables.Rows;

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

    /// <summary>True: it is not certain which value stands in which column. The record then tells only that there is such a row.</summary>
    public bool IsUnclear { get; init; }

    /// <summary>Where the first of <see cref="Values"/> stands in its row, from 0; grids only.</summary>
    public int FirstCell { get; set; }

    /// <summary>Every cell of the row; empty where the text has none, and for pages.</summary>
    public List<Token> Row { get; init; } = [];

    /// <summary>The row is one of a document's table: each cell is known to stand in its column.</summary>
    public bool HasColumns { get; init; }

    /// <summary>What stands above the columns. Null: nothing that is known, or the row does not stand in line with it.</summary>
    public HeadingBlock? Headings { get; set; }

    /// <summary>The values that are there, blank ones left out: <see cref="Values"/> itself where none are blank.</summary>
    public List<Token> FilledValues => Filled == Values.Count ? Values : Values.FindAll(static value => value.Kind == TokenKind.Value);

    /// <summary>How many these are.</summary>
    public int Filled => Values.Count(static value => value.Kind == TokenKind.Value);

    /// <summary>The row can hold numbers: it has values, or the empty cells for them.</summary>
    public bool HasValues => IsUnclear || (IsGrid ? Values.Count > 0 : Filled > 0);

    /// <summary>A value is two zeros or more, as a converter prints zeros without spaces. No number is written so.</summary>
    public bool HasGluedZeros => Values.Exists(static value => value.Text.Length > 1 && IsZeros(value.Text));

    /// <summary>All labels in one, form left aside.</summary>
    public string Words => _words ??= Labels is [var only] ? Characters.Words(only.Text)
        : string.Concat(Labels.Select(static label => Characters.Words(label.Text)));

    /// <summary>Where the record begins.</summary>
    public Position Position => Labels.Count > 0 ? Labels[0].Position : Values.Count > 0 ? Values[0].Position : default;

    /// <summary>An empty cell of the row, whose place is that of its label.</summary>
    public Token EmptyCell => Token.Empty(Labels.Count > 0 ? Labels[^1].Position : Position);

    /// <summary>The values that are there, with a space between them: what a person is shown of a row that is not clear.</summary>
    public string ValueText => string.Join(' ', FilledValues.Select(static value => value.Text));

    /// <summary>
    /// The values one by one, where they are zeros alone and just as many as the row has cells: "0000000" for seven. A long run may be
    /// wrapped; two runs on one line are none that was wrapped. Null: they are not.
    /// </summary>
    public IReadOnlyList<Token>? PartedZeros(int width)
    {
        var runs = FilledValues;
        var areParted = runs.TrueForAll(static run => IsZeros(run.Text)) && runs.Sum(static run => run.Text.Length) == width
            && runs.SkipLast(1).All(static run => run.Text.Length > 1) && AreOnePerLine(runs);
        return areParted ? [.. runs.SelectMany(run => run.Text.Select((zero, i) =>
            run with { Text = zero.ToString(), Position = run.Position.Shift(i) }))] : null;
    }

    /// <summary>The cells behind the last label, a merged one once, wherever they stand. Null: no row of a document's table.</summary>
    public List<Token>? CellsBehindLabels()
    {
        // The columns of a cell have its place in common.
        var last = HasColumns && Labels.Count > 0 ? Labels[^1].Position.Order : int.MaxValue;
        var behind = Row.FindAll(cell => cell.Position.Order > last);
        return last == int.MaxValue ? null
            : [.. behind.Where((cell, i) => i == 0 || cell.Position.Order > behind[i - 1].Position.Order)
                .Select(static cell => cell.AsValue)];
    }

    /// <summary>Makes the cells from an index on the values, and those with words before it the labels; grids only.</summary>
    public void DivideAt(int first)
    {
        (FirstCell, _words) = (first, null);
        Labels.Clear();
        Values.Clear();
        Values.EnsureCapacity(Row.Count - first);
        for (var i = 0; i < Row.Count; i++)
        {
            if (i >= first)
            {
                Values.Add(Row[i].AsValue);
            }
            else if (Row[i].Kind == TokenKind.Text)
            {
                Labels.Add(Row[i]);
            }
        }
    }

    /// <summary>No two of the values stand on the same line.</summary>
    public static bool AreOnePerLine(List<Token> values) => values.DistinctBy(static value => value.Position.Order).Count() == values.Count;

    private static bool IsZeros(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept('0', '０');
}
