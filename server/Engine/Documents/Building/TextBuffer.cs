using System.Buffers;
using System.Text;

namespace Validation.Engine.Documents.Building;

/// <summary>
/// Collects the text of paragraphs. Those that are open stand one behind the other: what an inner one adds stands behind the outer one's,
/// and is cut off at its end.
/// </summary>
/// <param name="most">How many characters may be added in all, so that nothing large hides in parts that wait. Null: any number.</param>
internal sealed class TextBuffer(int? most = null) : IBufferWriter<char>
{
    private char[] _characters = new char[256];
    private long _total;

    // How many characters from the first on are known to be white space: none is looked at twice.
    private int _blank;

    /// <summary>The number of characters so far.</summary>
    public int Length { get; private set; }

    /// <summary>Whether there is nothing but white space.</summary>
    public bool IsBlank
    {
        get
        {
            while (_blank < Length && char.IsWhiteSpace(_characters[_blank]))
            {
                _blank++;
            }

            return _blank == Length;
        }
    }

    /// <summary>Adds a character; control characters but tabs and line feeds are left out.</summary>
    /// <exception cref="UnreadableException">There are too many.</exception>
    public void Append(char character)
    {
        if (character >= ' ' || character is '\t' or '\n')
        {
            Grow(1);
            _characters[Length] = character;
            Advance(1);
        }
    }

    /// <summary>Adds characters as they are.</summary>
    /// <exception cref="UnreadableException">There are too many.</exception>
    public void Append(ReadOnlySpan<char> characters)
    {
        characters.CopyTo(GetSpan(characters.Length));
        Advance(characters.Length);
    }

    /// <summary>The text from a character on, to be read or changed.</summary>
    public Span<char> From(int start) => _characters.AsSpan(0, Length)[Math.Min(start, Length)..];

    /// <summary>Raises the digits from a character on.</summary>
    public void Raise(int start)
    {
        foreach (ref var character in From(start))
        {
            character = Superscript.Of(character);
        }
    }

    /// <summary>Cuts the text off after so many characters.</summary>
    public void Cut(int length)
    {
        Length = Math.Min(Length, length);
        _blank = Math.Min(_blank, Length);
    }

    /// <summary>The text, with U+FFFD for each half of a character; the buffer is empty afterwards.</summary>
    public string Take()
    {
        var halves = From(0);
        for (int at, length; (at = halves.IndexOfAnyInRange('\uD800', '\uDFFF')) >= 0; halves = halves[(at + length)..])
        {
            if (Rune.DecodeFromUtf16(halves[at..], out _, out length) != OperationStatus.Done)
            {
                halves[at] = '\uFFFD';
            }
        }

        var text = From(0).ToString();
        Cut(0);
        return text;
    }

    /// <inheritdoc/>
    /// <exception cref="UnreadableException">There are too many characters.</exception>
    public void Advance(int count)
    {
        Length += count;
        _total += count;
        UnreadableException.ThrowIfTooLarge(_total > most);
    }

    public Memory<char> GetMemory(int sizeHint = 0)
    {
        Grow(Math.Max(1, sizeHint));
        return _characters.AsMemory(Length);
    }

    public Span<char> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void Grow(int characters)
    {
        if (_characters.Length - Length < characters)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, Length + characters));
        }
    }
}
