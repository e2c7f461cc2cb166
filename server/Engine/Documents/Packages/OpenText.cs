using System.Xml;

namespace Validation.Engine.Documents.Packages;

/// <summary>
/// The text of the open paragraphs, one behind the other: what an inner one adds stands behind the outer one's, and is cut off at its end.
/// </summary>
internal sealed class OpenText(EngineLimits limits)
{
    private char[] _buffer = new char[1024];
    private long _total;

    /// <summary>How many characters there are.</summary>
    public int Length { get; private set; }

    /// <summary>Adds a character.</summary>
    public void Append(char character)
    {
        Grow(1);
        Count(1);
        _buffer[Length++] = character;
    }

    /// <summary>Adds text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        Grow(text.Length);
        Count(text.Length);
        text.CopyTo(_buffer.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Adds the text of the current node.</summary>
    /// <exception cref="XmlException">The text is no XML.</exception>
    public void AppendValue(XmlReader reader)
    {
        int read;
        do
        {
            Grow(256);
            read = reader.ReadValueChunk(_buffer, Length, _buffer.Length - Length);
            Count(read);
            Length += read;
        }
        while (read > 0);
    }

    /// <summary>The text from <paramref name="start"/> on.</summary>
    public ReadOnlySpan<char> From(int start) => _buffer.AsSpan(start, Length - start);

    /// <summary>The text from <paramref name="start"/> on, to be changed.</summary>
    public Span<char> Written(int start) => _buffer.AsSpan(start, Length - start);

    /// <summary>Raises the digits from <paramref name="start"/> on.</summary>
    public void Raise(int start)
    {
        foreach (ref var character in Written(start))
        {
            character = Superscript.Of(character);
        }
    }

    /// <summary>Cuts off the text from <paramref name="start"/> on.</summary>
    public void Cut(int start) => Length = start;

    // All that was ever added counts, so that nothing large can be hidden in parts that wait.
    private void Count(int characters)
    {
        _total += characters;
        if (_total > limits.TextCharacters)
        {
            throw UnreadableException.TooLarge();
        }
    }

    private void Grow(int characters)
    {
        if (_buffer.Length - Length < characters)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + characters));
        }
    }
}
