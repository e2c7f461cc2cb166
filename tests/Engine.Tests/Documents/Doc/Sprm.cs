namespace Validation.Engine.Tests.Documents.Doc;

/// <summary>Changes of properties as bytes, [MS-DOC] 2.6.</summary>
public static class Sprm
{
    public static readonly byte[] InTable = [0x16, 0x24, 1];
    public static readonly byte[] RowEnd = [0x17, 0x24, 1];
    public static readonly byte[] InnerCellEnd = [0x4B, 0x24, 1];
    public static readonly byte[] InnerRowEnd = [0x4C, 0x24, 1];
    public static readonly byte[] Hidden = [0x3C, 0x08, 1];
    public static readonly byte[] Deleted = [0x00, 0x08, 1];
    public static readonly byte[] Inserted = [0x01, 0x08, 1];
    public static readonly byte[] Struck = [0x37, 0x08, 1];
    public static readonly byte[] StruckTwice = [0x53, 0x2A, 1];
    public static readonly byte[] Raised = [0x48, 0x2A, 1];
    public static readonly byte[] Lowered = [0x48, 0x2A, 2];
    public static readonly byte[] Special = [0x55, 0x08, 1];

    /// <summary>The depth of tables.</summary>
    public static byte[] Depth(int depth) => [0x49, 0x66, .. BitConverter.GetBytes(depth)];

    /// <summary>A list and the level in it.</summary>
    public static byte[] Numbered(int use, int level) => [0x0A, 0x26, (byte)level, 0x0B, 0x46, (byte)use, 0];

    /// <summary>A character of a font of symbols.</summary>
    public static byte[] Symbol(int code) => [.. Special, 0x09, 0x6A, 0, 0, (byte)code, (byte)(code >> 8)];

    /// <summary>The properties stand in the Data stream.</summary>
    public static byte[] InData(int code, int offset) => [(byte)code, (byte)(code >> 8), .. BitConverter.GetBytes(offset)];

    /// <summary>The cells of a row.</summary>
    public static byte[] Cells(int[] edges, int[] flags)
    {
        byte[] operand =
        [
            (byte)(edges.Length - 1),
            .. edges.SelectMany(edge => BitConverter.GetBytes((short)edge)),
            .. flags.SelectMany(flag => (byte[])[.. BitConverter.GetBytes((short)flag), .. new byte[18]]),
        ];
        return [0x08, 0xD6, .. BitConverter.GetBytes((short)(operand.Length + 1)), .. operand];
    }
}
