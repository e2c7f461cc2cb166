using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Labels;

/// <summary>
/// How like a label of a table a text is: the label itself, the label with words added, or one that is alike. All texts are words alone,
/// see <see cref="Characters.Words"/>. 0: the text is not taken for the label, see <see cref="Thresholds"/>.
/// </summary>
internal static class LabelMatch
{
    /// <summary>How like a column's label a text is.</summary>
    public static double OfColumn(string words, string label)
    {
        var isExtended = label.Length > 4 && words.Length <= 3 * label.Length && words.Contains(label, StringComparison.Ordinal);
        return words == label ? 1 : isExtended ? Thresholds.ExtendedColumn : Likeness.Of(words, label, Thresholds.Label);
    }

    /// <summary>The text is like one of the labels.</summary>
    public static bool IsColumn(string words, string[] labels)
    {
        foreach (var label in labels)
        {
            if (OfColumn(words, label) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text holds a label, is a part of it, or is like it.</summary>
    public static bool IsAny(string words, string[] labels) => Array.Exists(labels, label =>
        label.Contains(words, StringComparison.Ordinal) || words.Contains(label, StringComparison.Ordinal)
        || Likeness.Of(words, label, Thresholds.Label) > 0);

    /// <summary>The share of the characters of some headings that a text holds, in whatever order.</summary>
    public static double OfCharacters(string text, IReadOnlyList<string> headings)
    {
        var characters = headings.SelectMany(heading => heading).ToHashSet();
        return (double)characters.Count(character => text.Contains(character, StringComparison.Ordinal)) / characters.Count;
    }
}
