using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>A place on a page, in points of 1/72 inch from its upper left corner.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="X">The left edge.</param>
/// <param name="Y">The upper edge.</param>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
public sealed record PagePlace(int Page, double X, double Y, double Width, double Height) : Place
{
    // The middles of words on one line differ a little: a note's mark is raised, and digits of another font stand lower.
    private const double MostDrift = 0.35;

    // Headings are set in type that is half as large again as that of the text; watermarks in larger type.
    private const double LargestType = 1.8;

    /// <summary>It reaches to an edge of the page: what stands there may go on beyond, where nobody sees it.</summary>
    public bool IsCut { get; init; }

    /// <summary>The right edge, in points from the left of the page.</summary>
    public double Right => X + Width;

    /// <summary>The lower edge, in points from the top of the page.</summary>
    public double Bottom => Y + Height;

    /// <summary>The middle, from left to right.</summary>
    public double CenterX => X + (Width / 2);

    /// <summary>The middle, from above to below.</summary>
    public double CenterY => Y + (Height / 2);

    /// <summary>Whether both stand on one line of a page, one to the right of the other.</summary>
    public bool IsBeside(PagePlace other) =>
        Page == other.Page && Math.Abs(CenterY - other.CenterY) <= MostDrift * Math.Min(Height, other.Height);

    /// <summary>How much of their widths both have in common, in points; 0 or less: nothing.</summary>
    public double Overlap(PagePlace other) => Math.Min(Right, other.Right) - Math.Max(X, other.X);

    /// <summary>Whether the type is too large for text or a heading, as that of a watermark across the page is.</summary>
    /// <param name="usual">The height of most words around it.</param>
    public bool IsLarge(double usual) => Height > LargestType * usual;

    /// <summary>The place with these edges.</summary>
    public static PagePlace Between(int page, double left, double top, double right, double bottom) =>
        new(page, left, top, right - left, bottom - top);

    /// <summary>The least place that holds this one and another of the same page.</summary>
    public PagePlace With(PagePlace other) =>
        Between(Page, Math.Min(X, other.X), Math.Min(Y, other.Y), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom))
            with { IsCut = IsCut || other.IsCut };

    /// <inheritdoc/>
    public override Location ToLocation() =>
        new() { Page = Page, Box = new Box { X = Round(X), Y = Round(Y), Width = Round(Width), Height = Round(Height) } };

    private static double Round(double points) => Math.Round(points, 2);
}
