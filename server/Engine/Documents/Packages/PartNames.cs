using System.Xml;

namespace Validation.Engine.Documents.Packages;

/// <summary>
/// The names of elements and attributes, each as one string, so that they are compared by reference. Word processors use some hundreds;
/// a part with names beyond number is made to fill the memory.
/// </summary>
internal sealed class PartNames : NameTable
{
    /// <summary>How many names there may be.</summary>
    public const int Most = 20_000;

    private int _count;

    /// <inheritdoc/>
    /// <exception cref="UnreadableException">There are too many.</exception>
    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    /// <inheritdoc/>
    /// <exception cref="UnreadableException">There are too many.</exception>
    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string name) => ++_count > Most ? throw UnreadableException.TooLarge() : name;
}
