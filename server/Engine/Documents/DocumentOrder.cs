using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>Compares places by the order of reading; what has no place comes last.</summary>
internal sealed class DocumentOrder : IComparer<Location?>
{
    public static readonly DocumentOrder Instance = new();

    // Places that were made up, as the tests of rules do, have lines only.
    public int Compare(Location? x, Location? y) => x is null || y is null
        ? (x is null).CompareTo(y is null)
        : (x.Ordinal, x.Line, x.Column).CompareTo((y.Ordinal, y.Line, y.Column));
}
