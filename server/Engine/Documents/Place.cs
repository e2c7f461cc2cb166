using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>What a person needs to find a place, in the terms of the document's format. Immutable.</summary>
public abstract record Place
{
    /// <summary>A new message with the place in it; order and column are not the format's affair.</summary>
    public abstract Location ToLocation();

    /// <summary>The same place with its numbers, for formats whose places say more than those.</summary>
    internal virtual Place At(ParagraphPlace numbers) => this;
}

/// <summary>A place in a document of a word processor. See <see cref="Location"/> for the numbers.</summary>
/// <param name="Paragraph">The paragraph; in a table, the one before the table.</param>
/// <param name="Table">The table; 0: none.</param>
/// <param name="Row">Its row.</param>
/// <param name="Cell">The row's cell.</param>
public sealed record ParagraphPlace(int Paragraph, int Table = 0, int Row = 0, int Cell = 0) : Place
{
    /// <inheritdoc/>
    public override Location ToLocation() => new() { Paragraph = Paragraph, Table = Table, TableRow = Row, TableCell = Cell };
}
