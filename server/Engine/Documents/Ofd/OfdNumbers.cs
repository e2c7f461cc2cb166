using System.Globalization;

namespace Validation.Engine.Documents.Ofd;

/// <summary>Reads the numbers of an array, one behind the other: decimal, with white space between them. [GB/T 33190-2016] 7.3</summary>
internal ref struct OfdNumbers(ReadOnlySpan<char> array)
{
    private ReadOnlySpan<char> _rest = array;

    /// <summary>The next item, as it is written. Empty: there are no more.</summary>
    public ReadOnlySpan<char> NextItem()
    {
        _rest = _rest.TrimStart();
        var length = 0;
        while (length < _rest.Length && !char.IsWhiteSpace(_rest[length]))
        {
            length++;
        }

        var item = _rest[..length];
        _rest = _rest[length..];
        return item;
    }

    /// <summary>The next number. Null: there are no more.</summary>
    /// <exception cref="UnreadableException">The next item is no number.</exception>
    public double? NextNumber() => NextItem() is { IsEmpty: false } item ? Number(item) : null;

    /// <summary>The number that an item or an attribute is.</summary>
    /// <exception cref="UnreadableException">It is none.</exception>
    public static double Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw UnreadableException.Damaged();
}
