namespace Validation.Engine.Documents.Doc;

/// <summary>A list: its levels, and the numbers it has come to, [MS-DOC] 2.9.147 LSTF.</summary>
/// <param name="Levels">One or nine levels.</param>
/// <param name="Styles">The style of paragraphs that is linked to each level.</param>
internal sealed record DocList(ListLevel[] Levels, int[] Styles)
{
    /// <summary>The last number of each level; null: none yet.</summary>
    public int?[] Numbers { get; } = new int?[ListTables.MostLevels];
}

/// <summary>What paragraphs refer to: a list, with changes for these paragraphs, [MS-DOC] 2.9.131 LFO.</summary>
/// <param name="List">The list. Null: it is missing.</param>
internal sealed record ListUse(DocList? List)
{
    /// <summary>Where levels start anew with the first such paragraph; null: they go on.</summary>
    public int?[] Starts { get; } = new int?[ListTables.MostLevels];

    /// <summary>Levels that look different in these paragraphs.</summary>
    public ListLevel?[] Levels { get; } = new ListLevel?[ListTables.MostLevels];
}

/// <summary>The lists of a document, [MS-DOC] 2.9.203 PlfLst and 2.9.202 PlfLfo. Lists that cannot be read number nothing.</summary>
internal static class ListTables
{
    /// <summary>Levels of a list.</summary>
    public const int MostLevels = 9;

    private const int MostLists = 10_000;
    private const int Simple = 0x01;
    private const int StartsAnew = 0x10;
    private const int LooksDifferent = 0x20;

    /// <summary>Reads the lists; a paragraph refers to the first one as 1.</summary>
    public static IReadOnlyList<ListUse> Read(ReadOnlySpan<byte> lists, ReadOnlySpan<byte> uses)
    {
        var byId = ReadLists(lists);
        var cursor = new ByteCursor(uses);
        var count = cursor.Int32();
        var found = new List<ListUse>();
        var changes = new List<int>();
        for (var i = 0; i < count && i < MostLists && !cursor.IsPastEnd; i++)
        {
            var id = cursor.Int32();
            cursor.Take(8);
            changes.Add(cursor.Byte());
            cursor.Take(3);
            found.Add(new ListUse(byId.GetValueOrDefault(id)));
        }

        for (var i = 0; i < found.Count && !cursor.IsPastEnd; i++)
        {
            cursor.Int32();
            for (var change = 0; change < changes[i] && !cursor.IsPastEnd; change++)
            {
                ReadChange(ref cursor, found[i]);
            }
        }

        return found;
    }

    private static Dictionary<int, DocList> ReadLists(ReadOnlySpan<byte> bytes)
    {
        var lists = new Dictionary<int, DocList>();
        var cursor = new ByteCursor(bytes);
        var count = cursor.UInt16();
        var heads = new List<(int Id, int[] Styles, bool IsSimple)>();
        for (var i = 0; i < count && !cursor.IsPastEnd; i++)
        {
            var id = cursor.Int32();
            cursor.Int32();
            var styles = new int[MostLevels];
            for (var level = 0; level < MostLevels; level++)
            {
                styles[level] = cursor.UInt16();
            }

            heads.Add((id, styles, (cursor.Byte() & Simple) != 0));
            cursor.Byte();
        }

        // The levels of all lists follow behind the last list.
        foreach (var (id, styles, isSimple) in heads)
        {
            var levels = new ListLevel[isSimple ? 1 : MostLevels];
            for (var level = 0; level < levels.Length; level++)
            {
                levels[level] = ListLevel.Read(ref cursor);
            }

            if (cursor.IsPastEnd)
            {
                break;
            }

            lists.TryAdd(id, new DocList(levels, styles));
        }

        return lists;
    }

    // [MS-DOC] 2.9.132 LFOLVL.
    private static void ReadChange(ref ByteCursor cursor, ListUse use)
    {
        var start = cursor.Int32();
        var flags = cursor.Int32();
        var level = flags & 0xF;
        var look = (flags & LooksDifferent) != 0 ? ListLevel.Read(ref cursor) : null;
        if (level >= MostLevels || cursor.IsPastEnd)
        {
            return;
        }

        use.Levels[level] = look;
        use.Starts[level] = (flags & StartsAnew) != 0 ? look?.Start ?? start : null;
    }
}
