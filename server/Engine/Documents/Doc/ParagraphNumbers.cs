using System.Text;
using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Doc;

/// <summary>Counts the numbered paragraphs of a document, in the order of reading, and writes their numbers.</summary>
internal sealed class ParagraphNumbers(IReadOnlyList<ListUse> uses, WordStyles styles)
{
    private const int MostUses = 0x7FE;

    /// <summary>The number before a paragraph; empty: it has none.</summary>
    public string Next(ParagraphProperties paragraph)
    {
        var style = styles[paragraph.Style];
        var use = paragraph.ListUse ?? style.ListUse;
        if (use is <= 0 or > MostUses || use > uses.Count || uses[use - 1] is not { List: { } list } found)
        {
            return string.Empty;
        }

        // A style that is linked to a level need not name it.
        var level = paragraph.ListLevel ?? style.ListLevel ?? Math.Max(0, Array.IndexOf(list.Styles, paragraph.Style));
        if (level >= list.Levels.Length)
        {
            return string.Empty;
        }

        Count(list, found, level);
        return Write(list, found, level);
    }

    private static ListLevel LevelOf(DocList list, ListUse use, int level) => use.Levels[level] ?? list.Levels[level];

    private static void Count(DocList list, ListUse use, int level)
    {
        var last = list.Numbers[level];
        list.Numbers[level] = use.Starts[level] ?? (last is null ? LevelOf(list, use, level).Start : unchecked(last + 1));
        use.Starts[level] = null;
        for (var below = level + 1; below < list.Levels.Length; below++)
        {
            if (LevelOf(list, use, below).Restarts)
            {
                list.Numbers[below] = null;
            }
        }
    }

    private static string Write(DocList list, ListUse use, int level)
    {
        var shown = LevelOf(list, use, level);
        if (shown.Format is ListNumber.Bullet or ListNumber.None)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        foreach (var character in shown.Text)
        {
            if (character >= list.Levels.Length)
            {
                text.Append(character);
                continue;
            }

            var part = LevelOf(list, use, character);
            var format = shown.IsLegal && character != level ? 0 : part.Format;
            text.Append(ListNumber.Format(list.Numbers[character] ??= part.Start, format));
        }

        // What follows is set apart by a tab that is no part of the text.
        return ListNumber.BeforeText(text.ToString());
    }
}
