namespace Validation.Engine.Documents.Compound;

/// <summary>What an entry of the directory stands for, [MS-CFB] 2.6.1.</summary>
internal enum CompoundEntryKind : byte
{
    /// <summary>Nothing: a free entry.</summary>
    Free = 0,

    /// <summary>A folder.</summary>
    Storage = 1,

    /// <summary>A stream.</summary>
    Stream = 2,

    /// <summary>The root folder, which also holds the stream of small sectors.</summary>
    Root = 5,
}

/// <summary>An entry of a compound file's directory, [MS-CFB] 2.6.1.</summary>
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
