using Validation.V1;

namespace Validation.Engine.Documents.Doc;

/// <summary>The file information block at the start of the WordDocument stream, [MS-DOC] 2.5.1.</summary>
internal sealed class FileInformation
{
    private const int Word97Mark = 0xA5EC;
    private const int Word95Mark = 0xA5DC;
    private const int Word97 = 0xC0;
    private const int Encrypted = 0x0100;
    private const int SecondTable = 0x0200;
    private const int Obfuscated = 0x8000;

    // How many characters the main text has, and the texts that follow it: footnotes, headers, macros, comments, endnotes, boxes, and
    // boxes in headers. [MS-DOC] 2.5.4
    private const int FirstCount = 0x4C;
    private const int Counts = 8;
    private const int BoxesAt = 6;
    private const int Parts = 0x9A;

    private readonly int[] _counts = new int[Counts];
    private readonly (int Offset, int Length)[] _parts = new (int, int)[PartIndex.Count];

    /// <summary>Reads the block. A later version of Word has more parts, behind those of Word 97.</summary>
    /// <exception cref="UnreadableException">It is damaged or cut off, the document has a password, or is older than Word 97.</exception>
    public FileInformation(ReadOnlySpan<byte> stream)
    {
        var mark = Raw.UInt16(stream, 0);
        UnreadableException.ThrowIfDamaged(mark is not (Word97Mark or Word95Mark));

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
        for (var i = 0; i < Counts; i++)
        {
            _counts[i] = Raw.Int32(stream, FirstCount + (i * 4)) is >= 0 and var count ? count : throw UnreadableException.Damaged();
        }

        for (var i = 0; i < _parts.Length; i++)
        {
            _parts[i] = (Raw.Int32(stream, Parts + (i * 8)), Raw.Int32(stream, Parts + (i * 8) + 4));
        }
    }

    /// <summary>The name of the stream with the tables, 0Table or 1Table: an earlier version may have left the other one.</summary>
    public string TableStream { get; }

    /// <summary>Characters of the main text.</summary>
    public int Text => _counts[0];

    /// <summary>Characters of the text boxes.</summary>
    public int TextBoxes => _counts[BoxesAt];

    /// <summary>The character position at which the text boxes start.</summary>
    public long TextBoxStart => _counts.Take(BoxesAt).Sum(count => (long)count);

    public long AllTexts => _counts.Sum(count => (long)count);

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

    /// <summary>The table stream from the beginning of a part to the end of the stream; empty: there is no such part. For parts that are
    /// followed by others without a length of their own.</summary>
    public ReadOnlySpan<byte> From(int index, ReadOnlySpan<byte> table) =>
        _parts[index].Length <= 0 || (uint)_parts[index].Offset > (uint)table.Length ? default : table[_parts[index].Offset..];
}
