using System.Buffers;
using Validation.Engine.Reports.Text;
using Validation.Template;

namespace Validation.Engine.Reports.Sections;

/// <summary>A line that may be the heading of a section.</summary>
/// <param name="Line">The line's index.</param>
/// <param name="Section">The section that it may begin.</param>
/// <param name="Heading">The heading as printed, without surrounding white space.</param>
/// <param name="NumberingLength">How much of the heading is its number.</param>
/// <param name="Style">How the number is written.</param>
/// <param name="Number">What the number says.</param>
/// <param name="RunIn">The text that follows the heading on its line. Empty: none.</param>
/// <param name="Score">How sure it is: 1 for the template's name, more for its number.</param>
internal sealed record HeadingCandidate(
    int Line, SectionTemplate Section, string Heading, int NumberingLength, NumberingStyle Style, int Number, string RunIn, double Score)
{
    private static readonly SearchValues<char> EndsOfHeading = SearchValues.Create("。：: \u3000\t");

    private const int LongestHeading = 40;
    private const double LeastScore = 0.8;
    private const double LeastScoreOfWhole = 1.1;

    // （一）主动公开情况 is a part of section 一; （五）存在的主要问题及改进情况 may be the fifth section.
    private const double PartOfSection = -0.6;
    private const double BracketedSection = -0.1;

    /// <summary>How many lines it takes.</summary>
    public int LineCount { get; private init; } = 1;

    /// <summary>Number and name alone do not tell: the section's table must follow.</summary>
    public bool NeedsTable { get; private init; }

    /// <summary>The number as printed, such as "1、"; empty for none.</summary>
    public string NumberText => Heading[..NumberingLength].Trim();

    /// <summary>The name as printed.</summary>
    public string Name => Heading[NumberingLength..].Trim().TrimEnd('：', ':', '。');

    /// <summary>The name is the template's or one that differs in form only.</summary>
    public bool HasTemplateName => Characters.Words(Name) == Characters.Words(Section.Name) || IsOrdinaryVariant;

    /// <summary>The number is the template's.</summary>
    public bool HasTemplateNumber => Style == NumberingStyle.Han && Characters.Squeeze(NumberText) == Section.Numbering;

    // 行政复议和行政诉讼, 行政复议及行政诉讼 stand in most reports and mean no other section.
    private bool IsOrdinaryVariant => Section.Ordinal == 4 && Characters.Words(Name).Length <= Characters.Words(Section.Name).Length + 1
        && Similarity.Of(Characters.Words(Name), Characters.Words(Section.Name)) >= 0.9;

    /// <summary>What the line may be the heading of: at most one candidate for each section.</summary>
    public static IEnumerable<HeadingCandidate> Of(int line, string text)
    {
        var trimmed = text.Trim().Trim('\u200B', '\uFEFF').Trim();
        if (trimmed.Length < 4)
        {
            yield break;
        }

        var numbering = HeadingNumber.Of(trimmed);
        foreach (var section in SectionTemplate.All)
        {
            var candidate = RunInHeading(line, trimmed, numbering, section);
            candidate ??= trimmed.Length <= LongestHeading ? Whole(line, trimmed, numbering, section) : null;
            if (candidate is not { Score: >= LeastScoreOfWhole })
            {
                candidate = RunInOtherWords(line, trimmed, numbering, section) ?? candidate;
            }

            if (candidate is { Score: >= LeastScore })
            {
                yield return candidate;
            }
        }
    }

    /// <summary>What two lines are together: number and name of the template, broken in two. Null: nothing.</summary>
    public static HeadingCandidate? OfTwo(int line, string first, string second)
    {
        var text = first.Trim() + second.Trim();
        if (text.Length > LongestHeading || first.AsSpan().Trim().IsEmpty || second.AsSpan().Trim().IsEmpty)
        {
            return null;
        }

        var numbering = Numbering.Of(text);
        var section = SectionTemplate.All.FirstOrDefault(one => one.Ordinal == numbering.Value);
        if (numbering.Style != NumberingStyle.Han || section is null)
        {
            return null;
        }

        // "表" beneath a whole heading is no part of it.
        var above = first.Trim();
        var isWhole = above.Length > numbering.Length && Whole(line, above, numbering, section) is { HasTemplateName: true };
        var heading = isWhole ? null : Whole(line, text, numbering, section);
        return heading is { HasTemplateName: true } ? heading with { LineCount = 2 } : null;
    }

    private static HeadingCandidate? Whole(int line, string text, Numbering numbering, SectionTemplate section)
    {
        var name = Characters.Words(text[numbering.Length..]);
        var likeness = Likeness(name, section);
        var isNumberRight = numbering.Value == section.Ordinal;
        var score = likeness < 0.6 ? 0 : likeness + NumberingScore(numbering, isNumberRight, likeness);
        var needsTable = false;
        if (score < LeastScore && numbering.Style != NumberingStyle.None)
        {
            (score, needsTable) = InOtherWords(name, numbering, section);
        }

        return score == 0
            ? null
            : new HeadingCandidate(line, section, text, numbering.Length, numbering.Style, numbering.Value, string.Empty, score)
            {
                NeedsTable = needsTable,
            };
    }

    // Sections 二 to 四 are tables. With another number than theirs such words also stand above prose, which is a part of section 一.
    private static (double Score, bool NeedsTable) InOtherWords(string name, Numbering numbering, SectionTemplate section)
    {
        var isNumberRight = numbering.Value == section.Ordinal;
        var isHan = numbering.Style == NumberingStyle.Han;
        var mayBeSection = numbering.Style != NumberingStyle.Bracketed || section.Ordinal > 4;
        var likeness = isHan || (isNumberRight && mayBeSection) ? HeadingWords.Likeness(name, section, isNumberRight && isHan) : 0;
        return likeness == 0
            ? (0, false)
            : (likeness + NumberingScore(numbering, isNumberRight, likeness),
                section.Ordinal is >= 2 and <= 4 && !(isNumberRight && isHan));
    }

    // "六、其他需要报告的事项 无" or "一、总体情况。2024年，…": the number and the whole name, and then the text.
    private static HeadingCandidate? RunInHeading(int line, string text, Numbering numbering, SectionTemplate section)
    {
        var end = numbering.Length + section.Name.Length;
        var isHeading = numbering.Style == NumberingStyle.Han && numbering.Value == section.Ordinal
            && text.AsSpan(numbering.Length).StartsWith(section.Name, StringComparison.Ordinal)
            && end < text.Length && !char.IsLetterOrDigit(text[end]) && Characters.Fold(text[end]) != '('
            && text.Skip(end).Any(Characters.IsWord);
        if (!isHeading)
        {
            return null;
        }

        var runIn = text[(end + 1)..].Trim();
        return new HeadingCandidate(line, section, text[..end], numbering.Length, numbering.Style, numbering.Value, runIn, 1.2);
    }

    // "六、其他事项。2024年，…": the same with other words, and a mark that ends the heading.
    private static HeadingCandidate? RunInOtherWords(int line, string text, Numbering numbering, SectionTemplate section)
    {
        if (numbering.Style != NumberingStyle.Han || numbering.Value != section.Ordinal)
        {
            return null;
        }

        var heading = text.AsSpan(numbering.Length, Math.Min(text.Length, LongestHeading) - numbering.Length);
        var blanks = heading.Length - heading.TrimStart().Length;
        var length = heading[blanks..].IndexOfAny(EndsOfHeading);
        var end = numbering.Length + blanks + length;
        if (length < 0 || !text.Skip(end).Any(Characters.IsWord)
            || HeadingWords.Likeness(Characters.Words(text[numbering.Length..end]), section, true) < HeadingWords.Whole)
        {
            return null;
        }

        return new HeadingCandidate(
            line, section, text[..end], numbering.Length, numbering.Style, numbering.Value, text[(end + 1)..].Trim(), 1.1);
    }

    private static double Likeness(string name, SectionTemplate section)
    {
        var template = Characters.Words(section.Name);
        var isNumberGlued = name.Length == template.Length + 1 && Characters.IsNumeral(name[0]);
        if (name == template || (isNumberGlued && name.EndsWith(template, StringComparison.Ordinal)))
        {
            return 1;
        }

        if (SectionNames.BesideTemplate(section).Any(other => Characters.Words(other) == name))
        {
            return 0.9;
        }

        // "2024年政务公开总体情况": the template's name with something before it.
        var isExtended = name.Length <= template.Length + 14 && name.EndsWith(template, StringComparison.Ordinal);
        return isExtended ? 0.8 : Similarity.Of(name, template);
    }

    private static double NumberingScore(Numbering numbering, bool isNumberRight, double likeness) => numbering.Style switch
    {
        NumberingStyle.Han => isNumberRight ? 0.3 : 0,
        NumberingStyle.Arabic => isNumberRight ? 0.15 : 0,
        NumberingStyle.Bracketed => isNumberRight && likeness >= 0.9 ? BracketedSection : PartOfSection,
        _ => -0.05,
    };
}
