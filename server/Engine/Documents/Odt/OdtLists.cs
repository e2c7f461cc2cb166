namespace Validation.Engine.Documents.Odt;

/// <summary>Counts the items of lists. [OpenDocument 1.3] part 3, 5.3</summary>
internal sealed class OdtLists(OdtStyles styles)
{
    // No text has as many; each is remembered to its end.
    private const int MostLists = 20_000;

    private readonly Stack<OpenList> _open = new();
    private readonly Dictionary<string, int?[]> _countsOfStyle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> _countsOfList = new(StringComparer.Ordinal);
    private readonly int?[] _outline = new int?[OdtStyles.Levels];

    // The open item shows its number before its first paragraph.
    private bool _isNumberDue;

    /// <summary>Begins a list, or goes on with an earlier one.</summary>
    /// <param name="style">Its style. Null: that of the list around it.</param>
    /// <param name="id">What other lists call it.</param>
    /// <param name="continues">The list that it continues. Null: none.</param>
    /// <param name="goesOn">It continues the last one of its style.</param>
    /// <exception cref="UnreadableException">There are too many lists.</exception>
    public void Begin(string? style, string? id, string? continues, bool goesOn)
    {
        _isNumberDue = false;
        int?[]? counts;
        if (_open.TryPeek(out var outer))
        {
            style ??= outer.Style;
            counts = outer.Counts;
            if (!goesOn && _open.Count < counts.Length)
            {
                counts[_open.Count] = null;
            }
        }
        else
        {
            counts = continues is not null ? _countsOfList.GetValueOrDefault(continues) : null;
            counts ??= goesOn && style is not null ? _countsOfStyle.GetValueOrDefault(style) : null;
            counts ??= new int?[OdtStyles.Levels];
        }

        _open.Push(new OpenList(style, counts));
        _countsOfStyle[style ?? string.Empty] = counts;
        if (id is not null)
        {
            _countsOfList[id] = counts;
        }

        UnreadableException.ThrowIfTooLarge(_countsOfList.Count > MostLists || _countsOfStyle.Count > MostLists);
    }

    public void End()
    {
        _open.TryPop(out _);
        _isNumberDue = false;
    }

    /// <summary>Begins an item of the innermost list.</summary>
    /// <param name="start">The number that it begins with. Null: the next one.</param>
    /// <param name="hasNumber">It has a number at all.</param>
    public void BeginItem(int? start, bool hasNumber)
    {
        _isNumberDue = hasNumber;
        if (start is { } number && _open.TryPeek(out var list) && _open.Count <= list.Counts.Length)
        {
            list.Counts[_open.Count - 1] = number - 1;
        }
    }

    /// <summary>The number before a paragraph. Null: it has none.</summary>
    public string? Next()
    {
        if (!_isNumberDue || !_open.TryPeek(out var list) || _open.Count > OdtStyles.Levels)
        {
            return null;
        }

        _isNumberDue = false;
        return styles.ListOf(list.Style) is { } levels ? Count(_open.Count - 1, levels, list.Counts) : null;
    }

    /// <summary>The number before a heading that stands in no list. Null: it has none.</summary>
    /// <param name="level">Its level, from 1.</param>
    public string? NextHeading(int level) =>
        styles.Outline is { } levels && _open.Count == 0 && level is >= 1 and <= OdtStyles.Levels
            ? Count(level - 1, levels, _outline)
            : null;

    private static string? Count(int level, OdtLevel?[] levels, int?[] counts)
    {
        counts[level] = counts[level] is { } count ? count + 1 : levels[level]?.Start ?? 1;
        Array.Clear(counts, level + 1, counts.Length - level - 1);
        var numbers = new int[counts.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = counts[i] ?? levels[i]?.Start ?? 1;
        }

        return levels[level]?.Print(level, levels, numbers);
    }

    private sealed record OpenList(string? Style, int?[] Counts);
}
