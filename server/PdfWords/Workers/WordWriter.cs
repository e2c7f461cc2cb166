using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Documents.Printing;

namespace Validation.PdfWords.Workers;

/// <summary>Writes the words of pages: for each the edges of its box, whether it is cut, and its text.</summary>
internal sealed class WordWriter(int most)
{
    /// <summary>Bytes of a word before its text.</summary>
    public const int WordBytes = (4 * sizeof(double)) + 1 + sizeof(int);

    private readonly ArrayBufferWriter<byte> _output = new();

    /// <summary>The bytes that were written so far.</summary>
    public ReadOnlySpan<byte> Written => _output.WrittenSpan;

    /// <summary>Writes the words of all pages.</summary>
    /// <returns>Whether it takes no more bytes than allowed.</returns>
    public bool TryWrite(PageReading reading)
    {
        Write((int)reading.Reason);
        Write(reading.Pages.Count);
        foreach (var page in reading.Pages)
        {
            Write(page.Count);
            foreach (var word in page)
            {
                Write(word);
                if (_output.WrittenCount > most)
                {
                    return false;
                }
            }
        }

        return _output.WrittenCount <= most;
    }

    private void Write(in PageWord word)
    {
        var length = Encoding.UTF8.GetByteCount(word.Text);
        var span = _output.GetSpan(WordBytes + length);
        BinaryPrimitives.WriteDoubleLittleEndian(span, word.Box.X);
        BinaryPrimitives.WriteDoubleLittleEndian(span[8..], word.Box.Y);
        BinaryPrimitives.WriteDoubleLittleEndian(span[16..], word.Box.Width);
        BinaryPrimitives.WriteDoubleLittleEndian(span[24..], word.Box.Height);
        span[32] = word.Box.IsCut ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(span[33..], length);
        Encoding.UTF8.GetBytes(word.Text, span[WordBytes..]);
        _output.Advance(WordBytes + length);
    }

    private void Write(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_output.GetSpan(sizeof(int)), number);
        _output.Advance(sizeof(int));
    }
}
