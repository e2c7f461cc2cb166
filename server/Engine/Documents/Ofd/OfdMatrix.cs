namespace Validation.Engine.Documents.Ofd;

/// <summary>
/// A transformation of places: x' = a·x + c·y + e, y' = b·x + d·y + f. The second coordinate grows downwards. [GB/T 33190-2016] 8.5
/// </summary>
internal readonly record struct OfdMatrix(double A, double B, double C, double D, double E, double F)
{
    /// <summary>Leaves places as they are.</summary>
    public static OfdMatrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>Reads the attribute CTM, six numbers. Null: <see cref="Identity"/>.</summary>
    /// <exception cref="UnreadableException">The text is something else.</exception>
    public static OfdMatrix Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Identity;
        }

        var numbers = new OfdNumbers(text);
        Span<double> values = stackalloc double[6];
        foreach (ref var value in values)
        {
            value = numbers.NextNumber() ?? throw UnreadableException.Damaged();
        }

        return new OfdMatrix(values[0], values[1], values[2], values[3], values[4], values[5]);
    }

    /// <summary>Where a place comes to lie.</summary>
    public (double X, double Y) Place(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>What becomes of a distance.</summary>
    public (double X, double Y) Distance(double x, double y) => ((A * x) + (C * y), (B * x) + (D * y));

    /// <summary>This transformation, and another one after it.</summary>
    public OfdMatrix Then(OfdMatrix next)
    {
        var (a, b) = next.Distance(A, B);
        var (c, d) = next.Distance(C, D);
        var (e, f) = next.Place(E, F);
        return new OfdMatrix(a, b, c, d, e, f);
    }

    /// <summary>This transformation, and a shift after it.</summary>
    public OfdMatrix Shift(double x, double y) => this with { E = E + x, F = F + y };
}
