using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Docx;

/// <summary>Counts the paragraphs of lists. The numbering part is read once a paragraph of a list comes.</summary>
internal sealed class DocxLists(Package package, string? part, DocxStyles styles)
{
    // For each definition the number that each level has come to; null: none yet.
    private readonly Dictionary<int, int?[]> _counts = [];
    private DocxNumbering? _numbering;

    /// <summary>Counts a paragraph in its list.</summary>
    /// <returns>The number before its text, with what follows it. Null: it has none.</returns>
    public string? Next(DocxParagraph paragraph)
    {
        if ((paragraph.List is null && !styles.IsRelevant) || paragraph.List == 0)
        {
            return null;
        }

        var style = styles.Of(paragraph.Style);
        var id = paragraph.List ?? style.List ?? 0;
        if (id == 0)
        {
            return null;
        }

        _numbering ??= DocxNumbering.Read(package, part);
        var level = paragraph.Level ?? (paragraph.List is null ? style.Level : null) ?? 0;
        return _numbering.Of(id) is { } list && level is >= 0 and < DocxNumbering.Levels ? Count(list, level) : null;
    }

    private string? Count(DocxList list, int level)
    {
        var key = _numbering!.KeyOf(list, styles);
        var levels = _numbering.LevelsOf(key);
        if (Array.Exists(list.Levels, own => own is not null))
        {
            levels = [.. levels.Select((other, i) => list.Levels[i] ?? other)];
        }

        if (!_counts.TryGetValue(key, out var counts))
        {
            _counts[key] = counts = new int?[DocxNumbering.Levels];
        }

        // Where the list itself says how it begins, it does so with its first paragraph.
        for (var i = 0; !list.HasBegun && i < counts.Length; i++)
        {
            counts[i] = list.Starts[i] is null ? counts[i] : null;
        }

        list.HasBegun = true;
        var start = list.Starts[level] ?? levels[level]?.Start ?? 1;
        counts[level] = counts[level] is { } count ? count + 1 : start;
        for (var below = level + 1; below < counts.Length; below++)
        {
            if (level < (levels[below]?.RestartsAfter ?? below))
            {
                counts[below] = null;
            }
        }

        var numbers = counts.Select((number, i) => number ?? levels[i]?.Start ?? 1).ToArray();
        return levels[level]?.Print(levels, numbers);
    }
}
