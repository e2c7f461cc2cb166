using Google.Protobuf.Reflection;
using Validation.Cel;

namespace Validation.Engine.Rules.Facts;

/// <summary>The words by which expressions know the values of an enumeration of the contract: their names there.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class EnumWords<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> _values;
    private readonly Dictionary<T, CelValue> _words;

    /// <param name="type">The enumeration as the contract describes it.</param>
    /// <param name="wordOf">The word of a name, where it is not the name itself.</param>
    public EnumWords(EnumDescriptor type, Func<string, string>? wordOf = null)
    {
        _values = type.Values.ToDictionary(
            value => wordOf?.Invoke(value.Name) ?? value.Name, value => (T)Enum.ToObject(typeof(T), value.Number), StringComparer.Ordinal);
        _words = _values.ToDictionary(pair => pair.Value, pair => CelValue.Of(pair.Key));
    }

    /// <summary>The word of a value; that of the first value where the contract has no such value.</summary>
    public CelValue Of(T value) => _words.TryGetValue(value, out var word) ? word : _words[default];

    /// <summary>The value that a word means. Null: it means none.</summary>
    public T? Find(string word) => _values.TryGetValue(word, out var value) ? value : null;
}
