using System.Buffers.Binary;

namespace Validation.Engine.Documents.Doc;

/// <summary>Reads changes of properties one by one, [MS-DOC] 2.9.210 Prl. A change that is cut off at the end is left out.</summary>
internal ref struct PropertyChanges(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Which property is changed: one of <see cref="PropertyCode"/>, or another.</summary>
    public int Code { get; private set; }

    /// <summary>The operand, without the length that stands before some.</summary>
    public ReadOnlySpan<byte> Operand { get; private set; }

    /// <summary>The operand's first byte; 0: it has none.</summary>
    public readonly byte Byte => Operand.Length > 0 ? Operand[0] : (byte)0;

    /// <summary>The operand's first two bytes.</summary>
    public readonly int UInt16 => Operand.Length > 1 ? BinaryPrimitives.ReadUInt16LittleEndian(Operand) : 0;

    /// <summary>The operand's first four bytes.</summary>
    public readonly int Int32 => Operand.Length > 3 ? BinaryPrimitives.ReadInt32LittleEndian(Operand) : 0;

    /// <summary>Goes on to the next change; false: there is none.</summary>
    public bool Next()
    {
        if (_rest.Length < 3)
        {
            return false;
        }

        Code = BinaryPrimitives.ReadUInt16LittleEndian(_rest);
        var operand = _rest[2..];
        var (start, length) = Measure(operand);
        if (start + length > operand.Length)
        {
            return false;
        }

        Operand = operand.Slice(start, length);
        _rest = operand[(start + length)..];
        return true;
    }

    // The upper three bits of the code say how long the operand is, [MS-DOC] 2.2.5.
    private readonly (int Start, int Length) Measure(ReadOnlySpan<byte> operand) => (Code >> 13) switch
    {
        0 or 1 => (0, 1),
        2 or 4 or 5 => (0, 2),
        3 => (0, 4),
        7 => (0, 3),
        _ when Code == PropertyCode.Cells => operand.Length < 2
            ? (0, int.MaxValue)
            : (2, Math.Max(0, BinaryPrimitives.ReadUInt16LittleEndian(operand) - 1)),
        _ when Code == PropertyCode.TabStops && operand[0] == 255 => TabStops(operand),
        _ => (1, operand[0]),
    };

    // A length of 255 is not the length: it follows from the counts of removed and added stops.
    private static (int Start, int Length) TabStops(ReadOnlySpan<byte> operand)
    {
        if (operand.Length < 2 || operand.Length < 3 + (operand[1] * 4))
        {
            return (0, int.MaxValue);
        }

        var removed = operand[1] * 4;
        return (1, 2 + removed + (operand[2 + removed] * 3));
    }
}
