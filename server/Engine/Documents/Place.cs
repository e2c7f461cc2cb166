using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>The place of something in the terms of the document's format, so that a person can find it. Immutable.</summary>
public abstract record Place
{
    /// <summary>Makes the message for the place. Order and column are added by the caller.</summary>
    public abstract Location ToLocation();

    /// <summary>The same place with the numbers of its paragraph, table, row and cell, where its format has more than those.</summary>
    internal virtual Place At(ParagraphPlace numbers) => this;

    /// <summary>
    /// The innermost part of the page that the place stands in, to be compared with others and nothing else. Null: the format does not nest
    /// what it shows.
    /// </summary>
    internal virtual object? Container => null;

    /// <summary>All of the text is text of links.</summary>
    internal virtual bool IsLink => false;

    /// <summary>The part of the page around one that <see cref="Container"/> or this has given. Null: it is the whole page.</summary>
    internal virtual object? Around(object container) => null;
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
