using Validation.Engine.Documents.Compound;
using Validation.V1;

namespace Validation.Engine.Documents.Doc;

/// <summary>A part of a stream that the file information block points to.</summary>
/// <param name="Offset">Where it starts.</param>
/// <param name="Length">Its bytes; 0: there is no such part.</param>
internal readonly record struct StreamPart(int Offset, int Length);

/// <summary>The file information block at the start of the WordDocument stream, [MS-DOC] 2.5.1.</summary>
internal sealed class FileInformation
{
    private const int Word97Mark = 0xA5EC;
    private const int Word95Mark = 0xA5DC;
    private const int Word97 = 0xC0;
    private const int Encrypted = 0x0100;
    private const int SecondTable = 0x0200;
    private const int Obfuscated = 0x8000;
    private const int Parts = 0x9A;

    private readonly StreamPart[] _parts;

    private FileInformation(ReadOnlySpan<byte> stream)
    {
        var mark = Raw.UInt16(stream, 0);
        if (mark is not (Word97Mark or Word95Mark))
        {
            throw UnreadableException.Damaged();
        }

        var flags = Raw.UInt16(stream, 10);
        if ((flags & (Encrypted | Obfuscated)) != 0)
        {
            throw new UnreadableException(Reason.EncryptedDocument);
        }

        if (mark == Word95Mark || Raw.UInt16(stream, 2) < Word97)
        {
            throw new UnreadableException(Reason.UnsupportedFormat, Texts.Formats.Word95);
        }

        TableStream = (flags & SecondTable) != 0 ? "1Table" : "0Table";
        Text = Raw.Int32(stream, 0x4C);
        Footnotes = Raw.Int32(stream, 0x50);
        Headers = Raw.Int32(stream, 0x54);
        Macros = Raw.Int32(stream, 0x58);
        Comments = Raw.Int32(stream, 0x5C);
        Endnotes = Raw.Int32(stream, 0x60);
        TextBoxes = Raw.Int32(stream, 0x64);
        HeaderBoxes = Raw.Int32(stream, 0x68);

        // Later versions added parts behind those of Word 97, of which none is missing.
        _parts = new StreamPart[PartIndex.Count];
        for (var i = 0; i < _parts.Length; i++)
        {
            _parts[i] = new StreamPart(Raw.Int32(stream, Parts + (i * 8)), Raw.Int32(stream, Parts + (i * 8) + 4));
        }
    }

    /// <summary>The stream that holds the tables: one of two, as an earlier one may be left behind.</summary>
    public string TableStream { get; }

    /// <summary>Characters of the main text.</summary>
    public int Text { get; }

    /// <summary>Characters of the footnotes, which follow the main text.</summary>
    public int Footnotes { get; }

    /// <summary>Characters of the headers and footers.</summary>
    public int Headers { get; }

    /// <summary>Characters of the macros; 0 in sound files.</summary>
    public int Macros { get; }

    /// <summary>Characters of the comments.</summary>
    public int Comments { get; }

    /// <summary>Characters of the endnotes.</summary>
    public int Endnotes { get; }

    /// <summary>Characters of the text boxes.</summary>
    public int TextBoxes { get; }

    /// <summary>Characters of the text boxes in headers.</summary>
    public int HeaderBoxes { get; }

    /// <summary>The character position at which the text boxes start.</summary>
    public long TextBoxStart => (long)Text + Footnotes + Headers + Macros + Comments + Endnotes;

    /// <summary>Reads the block.</summary>
    /// <exception cref="UnreadableException">It is damaged or cut off, the document has a password, or is older than Word 97.</exception>
    public static FileInformation Read(ReadOnlySpan<byte> stream)
    {
        var information = new FileInformation(stream);
        ReadOnlySpan<int> counts =
        [
            information.Text,
            information.Footnotes,
            information.Headers,
            information.Macros,
            information.Comments,
            information.Endnotes,
            information.TextBoxes,
            information.HeaderBoxes,
        ];
        return counts.ContainsAnyExceptInRange(0, int.MaxValue) ? throw UnreadableException.Damaged() : information;
    }

    /// <summary>The bytes of a part of the table stream; empty: there is none.</summary>
    /// <exception cref="UnreadableException">It lies outside.</exception>
    public ReadOnlySpan<byte> Part(int index, ReadOnlySpan<byte> table) =>
        _parts[index].Length == 0 ? default : Raw.Part(table, _parts[index].Offset, _parts[index].Length);

    /// <summary>The bytes of a part that holds no text itself; empty: there is none, or it lies outside of the table stream.</summary>
    public ReadOnlySpan<byte> PartIfWhole(int index, ReadOnlySpan<byte> table)
    {
        var (offset, length) = _parts[index];
        return offset < 0 || length <= 0 || offset > table.Length - length ? default : table.Slice(offset, length);
    }

    /// <summary>The table stream from the start of a part on; empty: there is none. For parts that others follow unannounced.</summary>
    public ReadOnlySpan<byte> From(int index, ReadOnlySpan<byte> table) =>
        _parts[index].Length <= 0 || (uint)_parts[index].Offset > (uint)table.Length ? default : table[_parts[index].Offset..];
}
