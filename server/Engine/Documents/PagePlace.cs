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
    /// <summary>It reaches to an edge of the page: what stands there may go on beyond, where nobody sees it.</summary>
    public bool IsCut { get; init; }

    /// <summary>The right edge.</summary>
    public double Right => X + Width;

    /// <summary>The lower edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>The middle, from left to right.</summary>
    public double CenterX => X + (Width / 2);

    /// <summary>The middle, from above to below.</summary>
    public double CenterY => Y + (Height / 2);

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
