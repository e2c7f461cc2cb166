using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Rows;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>Words that belong together on pages, one beside or below another: a label, a heading, or a line of numbers.</summary>
/// <param name="Label">The template's label that they are. Empty: none.</param>
/// <param name="Words">The words, in the order in which they are read.</param>
internal sealed record Phrase(string Label, IReadOnlyList<TableWord> Words)
{
    /// <summary>What they take of each page; more than one where the page breaks them.</summary>
    public IReadOnlyList<PagePlace> Boxes { get; } =
        [.. Words.GroupBy(word => word.Box.Page).Select(page => page.Select(word => word.Box).Aggregate((box, other) => box.With(other)))];

    /// <summary>The box where they begin.</summary>
    public PagePlace First => Boxes[0];

    /// <summary>Where they stand in the order of reading.</summary>
    public (int Page, double Y) Order => (First.Page, First.Y);

    /// <summary>The right edge of all of them.</summary>
    public double Right => Boxes.Max(box => box.Right);

    /// <summary>How far the middle of a line is from them, up or down; 0 beside them, and endless on another page.</summary>
    public double Distance(PagePlace line) => Boxes.Where(box => box.Page == line.Page)
        .Select(box => Math.Max(0, Math.Max(box.Y - line.CenterY, line.CenterY - box.Bottom)))
        .DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>All of them as a piece of a record, with more behind them.</summary>
    public Token ToToken(string more = "") =>
        new(TokenKind.Text, string.Concat(Words.Select(word => word.Text)) + more, Words[0].Position with { Place = First });
}
