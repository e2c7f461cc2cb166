namespace Validation.Engine.Documents.Cfb;

/// <summary>What an entry of the directory stands for, [MS-CFB] 2.6.1.</summary>
internal enum CompoundEntryKind : byte
{
    Free = 0, // A free entry, which stands for nothing.
    Storage = 1, // A storage: it has entries of its own, as a folder has files.
    Stream = 2, // A stream of bytes, as a file is.
    Root = 5, // The root folder, which also holds the stream of small sectors.
}

/// <summary>An entry in the directory of a compound file, [MS-CFB] 2.6.1.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Left">The entry before it in the tree of its folder.</param>
/// <param name="Right">The entry behind it.</param>
/// <param name="Child">The top of a folder's own tree.</param>
/// <param name="Start">The first sector of a stream.</param>
/// <param name="Size">Bytes of a stream.</param>
internal readonly record struct CompoundEntry(
    string Name,
    CompoundEntryKind Kind,
    uint Left,
    uint Right,
    uint Child,
    uint Start,
    long Size);
