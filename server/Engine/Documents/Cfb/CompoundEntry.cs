namespace Validation.Engine.Documents.Cfb;

/// <summary>An entry in the directory of a compound file, [MS-CFB] 2.6.1.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is: <see cref="Stream"/>, <see cref="Root"/>, a storage with entries of its own, or free.</param>
/// <param name="Left">The entry before it in the tree of its folder.</param>
/// <param name="Right">The entry behind it.</param>
/// <param name="Child">The top of a folder's own tree.</param>
/// <param name="Start">The first sector of a stream.</param>
/// <param name="Size">Bytes of a stream.</param>
internal readonly record struct CompoundEntry(string Name, byte Kind, uint Left, uint Right, uint Child, uint Start, long Size)
{
    /// <summary>A stream of bytes, as a file is.</summary>
    public const byte Stream = 2;

    /// <summary>The root folder, which also holds the stream of small sectors.</summary>
    public const byte Root = 5;
}
