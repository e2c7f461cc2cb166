namespace Validation.Engine.Documents.Ofd;

/// <summary>A rectangle, in the units of the space that it stands in: millimetres on a page. [GB/T 33190-2016] 7.3</summary>
internal readonly record struct OfdBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>It has an area.</summary>
    public bool HasArea => Right > Left && Bottom > Top;

    /// <summary>Reads "left top width height". Null: there is no box.</summary>
    /// <exception cref="UnreadableException">The text is something else.</exception>
    public static OfdBox? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var numbers = new OfdNumbers(text);
        var (left, top) = (numbers.NextNumber(), numbers.NextNumber());
        var (width, height) = (numbers.NextNumber(), numbers.NextNumber());
        return height is null ? throw UnreadableException.Damaged()
            : new OfdBox(left!.Value, top!.Value, left.Value + width!.Value, top.Value + height.Value);
    }

    /// <summary>What both boxes cover.</summary>
    public OfdBox Within(OfdBox other) =>
        new(Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    /// <summary>Both boxes cover some area, however small.</summary>
    public bool Overlaps(OfdBox other) => Within(other).HasArea;
}
