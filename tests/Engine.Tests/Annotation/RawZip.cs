using System.Buffers.Binary;
using System.Text;

namespace Validation.Engine.Tests.Annotation;

/// <summary>The entries of a zip file as raw bytes, read without the product: in the order of the directory.</summary>
internal static class RawZip
{
    /// <summary>For each entry its header in the directory without the place of its bytes, and its bytes with the header before them.
    /// </summary>
    public static IReadOnlyList<(string Name, byte[] Header, byte[] Entry)> Entries(byte[] file)
    {
        var end = file.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        int count = U16(file, end + 10), at = (int)U32(file, end + 16);
        if (at < 0 || count == ushort.MaxValue)
        {
            var end64 = file.AsSpan().LastIndexOf("PK\u0006\u0006"u8);
            (count, at) = ((int)U32(file, end64 + 32), (int)U32(file, end64 + 48));
        }

        var entries = new List<(string, byte[], byte[])>();
        for (var i = 0; i < count; i++)
        {
            int name = U16(file, at + 28), extra = U16(file, at + 30), length = 46 + name + extra + U16(file, at + 32);
            var header = file.AsSpan(at, length).ToArray();
            var (local, packed) = (U32(file, at + 42), U32(file, at + 20));
            var field = at + 46 + name + 4;
            if (packed == uint.MaxValue)
            {
                packed = U32(file, field + (U32(file, at + 24) == uint.MaxValue ? 8 : 0));
            }

            if (local == uint.MaxValue)
            {
                var place = (U32(file, at + 24) == uint.MaxValue ? 8 : 0) + (U32(file, at + 20) == uint.MaxValue ? 8 : 0);
                local = U32(file, field + place);
                header.AsSpan(46 + name + 4 + place, 8).Clear();
            }

            header.AsSpan(42, 4).Clear();
            var start = (int)local;
            var bytes = 30 + U16(file, start + 26) + U16(file, start + 28) + (int)packed;
            entries.Add((Encoding.UTF8.GetString(file, at + 46, name), header, file.AsSpan(start, bytes).ToArray()));
            at += length;
        }

        return entries;
    }

    private static ushort U16(byte[] file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private static uint U32(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));
}
