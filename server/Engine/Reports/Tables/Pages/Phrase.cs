using Validation.Engine.Documents;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>A label or heading of the template as a page shows it: words one beside or below another.</summary>
/// <param name="Label">The template's text.</param>
/// <param name="Words">The words, in the order in which they are read.</param>
internal sealed record Phrase(string Label, IReadOnlyList<TableWord> Words)
{
    /// <summary>What it takes of each page; more than one where the page breaks it.</summary>
    public IReadOnlyList<PagePlace> Boxes { get; } =
        [.. Words.GroupBy(word => word.Box.Page).Select(page => page.Select(word => word.Box).Aggregate((box, other) => box.With(other)))];

    /// <summary>The box where it begins.</summary>
    public PagePlace First => Boxes[0];

    /// <summary>The right edge of all its words.</summary>
    public double Right => Boxes.Max(box => box.Right);

    /// <summary>The whole of it as a piece of a record.</summary>
    public Token ToToken(string more = "") =>
        new(TokenKind.Text, string.Concat(Words.Select(word => word.Text)) + more, Words[0].Position with { Place = First });
}
