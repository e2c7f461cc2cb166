using Validation.Engine.Documents;
using Validation.V1;
using Kind = Validation.V1.InspectedBlock.Types.Kind;

namespace Validation.Engine.Inspection;

/// <summary>Shows what the reader of a format has made of a file.</summary>
internal static class DocumentStep
{
    /// <summary>A part of the document.</summary>
    public static InspectedBlock Of(Block block)
    {
        var inspected = new InspectedBlock { Kind = KindOf(block), Text = block.Text, Location = block.Position.ToLocation() };
        inspected.Pieces.AddRange(block switch
        {
            PrintedLine line => line.Words.Select(Word),
            TableRow row => row.Cells.Select(Cell),
            _ => [],
        });
        return inspected;
    }

    private static Kind KindOf(Block block) => block switch
    {
        PrintedLine => Kind.PrintedLine,
        TableRow => Kind.TableRow,
        _ => Kind.Paragraph,
    };

    private static InspectedPiece Word(Piece word) => new() { Text = word.Text, Location = word.Position.ToLocation() };

    private static InspectedPiece Cell(TableCell cell) => new()
    {
        Text = cell.Text,
        Column = cell.Column + 1,
        Columns = cell.Columns,
        ContinuesAbove = cell.IsContinued,
        Location = cell.Position.ToLocation(),
    };
}
