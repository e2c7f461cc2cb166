using System.Buffers.Binary;

namespace Validation.Engine.Documents.Doc;

/// <summary>A run of text that stands in one place of the WordDocument stream, [MS-DOC] 2.9.177.</summary>
/// <param name="Start">Its first character position.</param>
/// <param name="End">The position behind its last character.</param>
/// <param name="Offset">Where it stands in the stream.</param>
/// <param name="Width">Bytes of a character: 1 or 2.</param>
/// <param name="Changes">Changes of properties that hold for all of it; empty: none.</param>
internal readonly record struct TextPiece(int Start, int End, int Offset, int Width, ReadOnlyMemory<byte> Changes)
{
    // What bytes from 0x80 to 0x9F stand for, [MS-DOC] 2.9.73; zero: the character has the byte's own code.
    private const string Special =
        "\0\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\0\0"
        + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\0\u0178";

    /// <summary>A character of the piece.</summary>
    /// <param name="bytes">Some of the bytes of its text, from the beginning of a character on.</param>
    /// <param name="index">Which character of them, from 0.</param>
    public char CharacterAt(ReadOnlySpan<byte> bytes, int index)
    {
        if (Width == 2)
        {
            return (char)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(index * 2)..]);
        }

        var value = bytes[index];
        var special = value is >= 0x80 and < 0xA0 ? Special[value - 0x80] : '\0';
        return special != '\0' ? special : (char)value;
    }
}

/// <summary>The pieces of a document's text in order, [MS-DOC] 2.9.38 Clx: many in a file that was saved fast.</summary>
internal static class PieceTable
{
    private const byte ChangesMark = 1;
    private const byte PiecesMark = 2;
    private const int PieceLength = 8;
    private const int OneByteFlag = 0x40000000;

    /// <summary>Reads the pieces, which cover the text without a gap from position 0 on.</summary>
    /// <exception cref="UnreadableException">A piece is empty or lies outside of the stream.</exception>
    public static TextPiece[] Read(ReadOnlySpan<byte> part, int streamLength)
    {
        var changes = new List<byte[]>();
        var at = 0;
        while (at < part.Length && part[at] == ChangesMark)
        {
            var length = Raw.Int16(part, at + 1);
            changes.Add(Raw.Part(part, at + 3, length).ToArray());
            at += 3 + length;
        }

        UnreadableException.ThrowIfDamaged(at >= part.Length || part[at] != PiecesMark);

        var table = new Plc(Raw.Part(part, at + 5, Raw.Int32(part, at + 1)), PieceLength);
        var pieces = new TextPiece[table.Count];
        UnreadableException.ThrowIfDamaged(pieces.Length == 0 || table.Start(0) != 0);

        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = Read(table.Start(i), table.Start(i + 1), table.Item(i), changes, streamLength);
        }

        return pieces;
    }

    /// <summary>The piece that holds a character position; behind all of them, the number of pieces.</summary>
    public static int IndexAt(TextPiece[] pieces, int position)
    {
        var (low, high) = (0, pieces.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pieces[middle].End <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static TextPiece Read(int start, int end, ReadOnlySpan<byte> piece, List<byte[]> changes, int streamLength)
    {
        var place = Raw.Int32(piece, 2);
        var width = (place & OneByteFlag) != 0 ? 1 : 2;
        var offset = (place & (OneByteFlag - 1)) / (3 - width);
        UnreadableException.ThrowIfDamaged(end <= start || offset + ((long)(end - start) * width) > streamLength);

        return new TextPiece(start, end, offset, width, ChangesOf(Raw.UInt16(piece, 6), changes));
    }

    // A change of a flag stands in the piece itself, others in the list before the pieces, [MS-DOC] 2.9.214 Prm.
    private static ReadOnlyMemory<byte> ChangesOf(int change, List<byte[]> changes)
    {
        if (change == 0)
        {
            return default;
        }

        if ((change & 1) != 0)
        {
            return change >> 1 < changes.Count ? changes[change >> 1] : throw UnreadableException.Damaged();
        }

        var code = ((change >> 1) & 0x7F) switch
        {
            0x0C => PropertyCode.ListLevel,
            0x18 => PropertyCode.InTable,
            0x19 => PropertyCode.RowEnd,
            0x41 => PropertyCode.Deleted,
            0x43 => PropertyCode.FieldHidden,
            0x57 => PropertyCode.Struck,
            0x5C => PropertyCode.Hidden,
            0x68 => PropertyCode.Raised,
            0x73 => PropertyCode.StruckTwice,
            _ => 0,
        };
        return code == 0 ? default : new[] { (byte)code, (byte)(code >> 8), (byte)(change >> 8) };
    }
}
