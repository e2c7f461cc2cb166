using System.Buffers;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Sections;

/// <summary>
/// How like a section's name a text is: the template's name, one that is in use beside it, the name with words before it, or one that is
/// alike. All texts are words alone, see <see cref="Characters.Words"/>. 0: the text is not taken for the name.
/// </summary>
internal static class SectionMatch
{
    private const int LongestAddition = 14;

    private static readonly string[] Templates = [.. SectionTemplate.All.Select(section => Characters.Words(section.Name))];

    private static readonly string[][] Others =
        [.. SectionTemplate.All.Select(section => SectionNames.BesideTemplate(section).Select(Characters.Words).ToArray())];

    private static readonly SearchValues<char> AnyCharacter =
        SearchValues.Create([.. Templates.Concat(Others.SelectMany(names => names)).SelectMany(name => name).Distinct()]);

    /// <summary>What the template prints as a section's name.</summary>
    public static string WordsOf(SectionTemplate section) => Templates[section.Ordinal - 1];

    /// <summary>How like a section's name a text is.</summary>
    public static double Of(ReadOnlySpan<char> name, SectionTemplate section)
    {
        var template = WordsOf(section);
        var isNumberGlued = name.Length == template.Length + 1 && Characters.IsNumeral(name[0]);
        if (name.SequenceEqual(template) || (isNumberGlued && name.EndsWith(template, StringComparison.Ordinal)))
        {
            return 1;
        }

        foreach (var other in Others[section.Ordinal - 1])
        {
            if (name.SequenceEqual(other))
            {
                return Thresholds.OtherSectionName;
            }
        }

        // "2024年政务公开总体情况": the template's name with something before it.
        var isExtended = name.Length <= template.Length + LongestAddition && name.EndsWith(template, StringComparison.Ordinal);
        return isExtended ? Thresholds.ExtendedSection : Likeness.Of(name, template, Thresholds.Label);
    }

    /// <summary>The text is like the name of some section.</summary>
    public static bool IsAny(ReadOnlySpan<char> name)
    {
        // Rows of numbers, and most labels of rows of one word, share no character with any name.
        if (!name.ContainsAny(AnyCharacter))
        {
            return false;
        }

        foreach (var section in SectionTemplate.All)
        {
            if (Of(name, section) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
