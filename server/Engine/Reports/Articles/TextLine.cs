using Validation.Engine.Documents;

namespace Validation.Engine.Reports.Articles;

/// <summary>A line of an article: a paragraph, a printed line, or a row of a table.</summary>
/// <param name="Text">The text as it stands, tabs and surrounding white space included; of a row, its cells with tabs between them.</param>
/// <param name="Position">Where its first character stands.</param>
internal readonly record struct TextLine(string Text, Position Position)
{
    /// <summary>
    /// The cells of a row of a table, one for each column: a merged cell stands in its first column and row, in the others an empty one.
    /// Null: not a row.
    /// </summary>
    public IReadOnlyList<Piece>? Cells { get; init; }

    /// <summary>The words of a printed line with their boxes, from left to right. Null: the format does not print.</summary>
    public IReadOnlyList<Piece>? Words { get; init; }

    /// <summary>All of its text is text of links.</summary>
    public bool IsLink => Position.Place is { IsLink: true };

    /// <summary>The text of the first cell of a row, or of a line that is none.</summary>
    public string FirstCell => Cells is [var first, ..] ? first.Text : Text;

    /// <summary>The lines of a document, in its order.</summary>
    public static TextLine[] Of(Document document)
    {
        var lines = new TextLine[document.Blocks.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var block = document.Blocks[i];
            lines[i] = new TextLine(block.Text, block.Position)
            {
                Cells = block is TableRow row ? Columns(row) : null,
                Words = (block as PrintedLine)?.Words,
            };
        }

        return lines;
    }

    // The columns that a merged cell covers beside its first have the place of the cell before them.
    private static Piece[] Columns(TableRow row)
    {
        var columns = new Piece[row.Columns];
        var next = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            var isFirst = next < row.Cells.Count && row.Cells[next].Column == i;
            var cell = row.Cells[isFirst ? next : Math.Max(0, next - 1)];
            columns[i] = new Piece(isFirst ? cell.Text : string.Empty, cell.Position);
            next += isFirst ? 1 : 0;
        }

        return columns;
    }
}
