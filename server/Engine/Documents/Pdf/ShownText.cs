namespace Validation.Engine.Documents.Pdf;

/// <summary>
/// Counts how often pages show a text and how often they draw it invisibly (ISO 32000-1, 9.3.6: text rendering mode 3), as programs do
/// that recognize the characters of a scan: what they guessed nobody has printed.
/// </summary>
internal sealed class ShownText
{
    private const byte Invisible = (byte)'3';

    private bool _isHidden;

    /// <summary>How many bytes of a stream have to be given again with those that follow.</summary>
    public const int Overlap = 4;

    /// <summary>How many texts are shown.</summary>
    public long Shown { get; private set; }

    /// <summary>How many texts are invisible.</summary>
    public long Hidden { get; private set; }

    /// <summary>A stream begins.</summary>
    public void Begin() => _isHidden = false;

    /// <summary>Takes in more of a stream.</summary>
    /// <param name="content">The last <see cref="Overlap"/> bytes of what was given before, zeros at first, and what follows.</param>
    public void Add(ReadOnlySpan<byte> content)
    {
        // An operator that ends within the overlap was seen before; one that the content cuts comes again.
        for (var at = Overlap - 1; at < content.Length - 1; at++)
        {
            var next = content[at..^1].IndexOfAny((byte)'T', (byte)'Q');
            if (next < 0)
            {
                return;
            }

            at += next;
            Take(content[(at - Overlap + 1)..(at + 2)]);
        }
    }

    // Three bytes, then the first letter of an operator, and the byte behind it.
    private void Take(ReadOnlySpan<byte> operation)
    {
        switch (operation[Overlap - 1], operation[Overlap])
        {
            case ((byte)'T', (byte)'j' or (byte)'J'):
                Shown += _isHidden ? 0 : 1;
                Hidden += _isHidden ? 1 : 0;
                break;
            case ((byte)'T', (byte)'r') when IsSpace(operation[2]):
                _isHidden = operation[1] == Invisible && !char.IsAsciiDigit((char)operation[0]);
                break;
            case ((byte)'Q', var after) when IsSpace(operation[2]) && IsSpace(after):
                // What was set before holds again: mostly nothing.
                _isHidden = false;
                break;
        }
    }

    private static bool IsSpace(byte value) => value is 0 or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f';
}
