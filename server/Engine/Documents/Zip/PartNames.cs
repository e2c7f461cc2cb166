using System.Xml;

namespace Validation.Engine.Documents.Zip;

/// <summary>
/// The names of elements and attributes, each as one string, so that they are compared by reference. Word processors use some hundreds;
/// a part with names beyond number is made to fill the memory.
/// </summary>
internal sealed class PartNames : XmlNameTable
{
    /// <summary>How many names there may be.</summary>
    public const int Most = 20_000;

    private const int Usual = 256;

    private readonly HashSet<string> _names = new(Usual, StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Makes a table without any names.</summary>
    public PartNames() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    /// <exception cref="UnreadableException">There are too many.</exception>
    public override string Add(char[] array, int offset, int length) => Add(array.AsSpan(offset, length), null);

    /// <inheritdoc/>
    /// <exception cref="UnreadableException">There are too many.</exception>
    public override string Add(string array) => Add(array, array);

    public override string? Get(char[] array, int offset, int length) => Find(array.AsSpan(offset, length));

    public override string? Get(string array) => Find(array);

    private string Add(ReadOnlySpan<char> name, string? text)
    {
        if (Find(name) is { } known)
        {
            return known;
        }

        UnreadableException.ThrowIfTooLarge(_names.Count == Most);

        text ??= name.ToString();
        _names.Add(text);
        return text;
    }

    private string? Find(ReadOnlySpan<char> name) =>
        name.IsEmpty ? string.Empty : _lookup.TryGetValue(name, out var known) ? known : null;
}
