namespace Validation.Engine.Documents.Flow;

/// <summary>
/// Collects the text of a paragraph. What it hands out has no control characters but tabs and line feeds, and no half characters.
/// </summary>
internal sealed class TextBuffer
{
    private char[] _characters = new char[256];

    // How many characters from the first on are known to be white space: none is looked at twice.
    private int _blank;

    /// <summary>Characters so far.</summary>
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
    public void Append(char character)
    {
        if (character < ' ' && character is not ('\t' or '\n'))
        {
            return;
        }

        if (Length == _characters.Length)
        {
            Array.Resize(ref _characters, Length * 2);
        }

        _characters[Length++] = character;
    }

    /// <summary>Adds characters.</summary>
    public void Append(ReadOnlySpan<char> characters)
    {
        foreach (var character in characters)
        {
            Append(character);
        }
    }

    /// <summary>The text from a character on.</summary>
    public ReadOnlySpan<char> From(int start) => _characters.AsSpan(0, Length)[Math.Min(start, Length)..];

    /// <summary>Shortens the text.</summary>
    public void Cut(int length)
    {
        Length = Math.Min(Length, length);
        _blank = Math.Min(_blank, Length);
    }

    /// <summary>The text; the buffer is empty afterwards.</summary>
    public string Take()
    {
        var characters = _characters.AsSpan(0, Length);
        for (var i = 0; i < characters.Length; i++)
        {
            if (!char.IsSurrogate(characters[i]))
            {
                continue;
            }

            if (i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1]))
            {
                i++;
            }
            else
            {
                characters[i] = '\uFFFD';
            }
        }

        (Length, _blank) = (0, 0);
        return characters.Length == 0 ? string.Empty : new string(characters);
    }
}
