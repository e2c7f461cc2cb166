using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>Compares places by the order of reading; what has no place comes last.</summary>
internal sealed class DocumentOrder : IComparer<Location?>
{
    public static readonly DocumentOrder Instance = new();

    public int Compare(Location? x, Location? y)
    {
        if (x is null || y is null)
        {
            return (x is null).CompareTo(y is null);
        }

        // Places that were made up, as the tests of rules do, have lines only.
        return (x.Ordinal, x.Line, x.Column).CompareTo((y.Ordinal, y.Line, y.Column));
    }
}
