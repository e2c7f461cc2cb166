namespace Validation.Engine.Documents.Doc;

/// <summary>A table of stretches, [MS-DOC] 2.2.2 PLC: one position more than there are stretches, then an item for each of them.</summary>
/// <param name="bytes">The table.</param>
/// <param name="itemLength">Bytes of an item.</param>
/// <param name="count">How many stretches there are; as many as the bytes have room for if not said.</param>
internal readonly ref struct Plc(ReadOnlySpan<byte> bytes, int itemLength, int count = -1)
{
    private readonly ReadOnlySpan<byte> _bytes = count < 0 ? bytes : Raw.Part(bytes, 0, ((count + 1) * 4) + (count * itemLength));

    /// <summary>How many stretches there are.</summary>
    public int Count { get; } = count >= 0 ? count : Math.Max(0, (bytes.Length - 4) / (itemLength + 4));

    /// <summary>Where a stretch begins. That of <see cref="Count"/> is the end of the last one.</summary>
    public int Start(int index) => Raw.Int32(_bytes, index * 4);

    /// <summary>What the table says of a stretch.</summary>
    public ReadOnlySpan<byte> Item(int index) => Raw.Part(_bytes, ((Count + 1) * 4) + (index * itemLength), itemLength);

    /// <summary>The stretch that holds a position. The positions of a table ascend.</summary>
    /// <exception cref="UnreadableException">None does, or the positions do not ascend.</exception>
    public int Find(int position)
    {
        var (low, high) = (0, Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Start(middle) <= position ? (middle, high) : (low, middle);
        }

        return Count > 0 && position >= Start(0) && position < Start(Count) && position >= Start(low) && position < Start(low + 1)
            ? low
            : throw UnreadableException.Damaged();
    }
}
