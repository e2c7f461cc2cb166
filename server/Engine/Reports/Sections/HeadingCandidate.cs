using System.Buffers;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Sections;

/// <summary>A line that may be the heading of a section.</summary>
/// <param name="Line">The line's index.</param>
/// <param name="Section">The section that it may begin.</param>
/// <param name="Heading">The heading as printed, without surrounding white space.</param>
/// <param name="Number">The number that it begins with.</param>
/// <param name="RunIn">The text that follows the heading on its line. Empty: none.</param>
/// <param name="Score">How sure it is: 1 for the template's name, more for its number.</param>
internal sealed record HeadingCandidate(
    int Line, SectionTemplate Section, string Heading, Numbering Number, string RunIn, double Score)
{
    private static readonly SearchValues<char> EndsOfHeading = SearchValues.Create("。：: \u3000\t");

    private static readonly SearchValues<string> TypeNotes =
        SearchValues.Create(["宋体", "仿宋", "黑体", "楷体", "加粗", "号字"], StringComparison.Ordinal);

    private const int ShortestHeading = 4;
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
    public string NumberText => Heading[..Number.Length].Trim();

    /// <summary>The name as printed.</summary>
    public string Name => Heading[Number.Length..].Trim().TrimEnd('：', ':', '。');

    /// <summary>The name is the template's or one that differs in form only.</summary>
    public bool HasTemplateName
    {
        get
        {
            // 行政复议和行政诉讼, 行政复议及行政诉讼 stand in most reports and mean no other section.
            var (name, template) = (Characters.Words(Name), SectionMatch.WordsOf(Section));
            return name == template || (Section.Ordinal == 4 && name.Length <= template.Length + 1
                && Likeness.Of(name, template, Thresholds.OtherSectionName) > 0);
        }
    }

    /// <summary>The number is the template's.</summary>
    public bool HasTemplateNumber => Number.Style == NumberingStyle.Han && Characters.Squeeze(NumberText) == Section.Numbering;

    /// <summary>What the line may be the heading of: at most one candidate for each section.</summary>
    public static IReadOnlyList<HeadingCandidate> Of(int line, string text)
    {
        var bare = text.AsSpan().Trim().Trim("\u200B\uFEFF").Trim();
        if (bare.Length < ShortestHeading)
        {
            return [];
        }

        // A longer line is a heading only where its own text follows a Han number and the name.
        var numbering = HeadingNumber.Of(bare);
        var mayBeWhole = bare.Length <= LongestHeading;
        if (!mayBeWhole && numbering.Style != NumberingStyle.Han)
        {
            return [];
        }

        Span<char> words = stackalloc char[LongestHeading];
        var name = mayBeWhole ? words[..Characters.WriteWords(WithoutTypeNote(bare[numbering.Length..]), words)] : [];
        if (numbering.Style == NumberingStyle.None && !SectionMatch.IsAny(name))
        {
            return [];
        }

        List<HeadingCandidate>? candidates = null;
        var trimmed = bare.Length == text.Length ? text : bare.ToString();
        for (var i = 0; i < SectionTemplate.All.Count; i++)
        {
            var section = SectionTemplate.All[i];
            if (numbering.Style == NumberingStyle.Bracketed && numbering.Value != section.Ordinal)
            {
                // With the number of another section in brackets, the surest name is only that of a part.
                continue;
            }

            var candidate = RunInHeading(line, trimmed, numbering, section);
            candidate ??= mayBeWhole ? Whole(line, trimmed, name, numbering, section) : null;
            if (candidate is not { Score: >= LeastScoreOfWhole })
            {
                candidate = RunInOtherWords(line, trimmed, numbering, section) ?? candidate;
            }

            if (candidate is { Score: >= LeastScore })
            {
                (candidates ??= []).Add(candidate);
            }
        }

        return candidates ?? [];
    }

    // "一、总体情况（黑体三号字）": how to print it was left from the template.
    private static ReadOnlySpan<char> WithoutTypeNote(ReadOnlySpan<char> heading)
    {
        var open = heading.LastIndexOfAny('(', '（');
        return open > 0 && heading[open..].ContainsAny(TypeNotes) ? heading[..open] : heading;
    }

    /// <summary>What two lines are together: number and name of the template, broken in two. Null: nothing.</summary>
    public static HeadingCandidate? OfTwo(int line, string first, string second)
    {
        var start = first.AsSpan().Trim();
        var rest = second.AsSpan().Trim();
        if (start.IsEmpty || rest.IsEmpty || start.Length + rest.Length > LongestHeading || !Numbering.MayBeHan(start[0]))
        {
            return null;
        }

        var text = string.Concat(start, rest);
        var numbering = Numbering.Of(text);
        if (numbering.Style != NumberingStyle.Han || numbering.Value < 1 || numbering.Value > SectionTemplate.All.Count)
        {
            return null;
        }

        var section = SectionTemplate.Of(numbering.Value);

        // "表" beneath a whole heading is no part of it.
        var above = start.ToString();
        var isWhole = above.Length > numbering.Length && Whole(line, above, numbering, section) is { HasTemplateName: true };
        var heading = isWhole ? null : Whole(line, text, numbering, section);
        return heading is { HasTemplateName: true } ? heading with { LineCount = 2 } : null;
    }

    private static HeadingCandidate? Whole(int line, string text, Numbering numbering, SectionTemplate section) =>
        Whole(line, text, Characters.Words(text[numbering.Length..]), numbering, section);

    private static HeadingCandidate? Whole(
        int line, string text, ReadOnlySpan<char> name, Numbering numbering, SectionTemplate section)
    {
        var likeness = SectionMatch.Of(name, section);
        var isNumberRight = numbering.Value == section.Ordinal;
        var score = likeness == 0 ? 0 : likeness + NumberingScore(numbering, isNumberRight, likeness);
        var needsTable = false;
        if (score < LeastScore && numbering.Style != NumberingStyle.None)
        {
            (score, needsTable) = InOtherWords(name, numbering, section);
        }

        return score == 0
            ? null
            : new HeadingCandidate(line, section, text, numbering, string.Empty, score) { NeedsTable = needsTable };
    }

    // Sections 二 to 四 are tables. With another number than theirs such words also stand above prose, which is a part of section 一.
    private static (double Score, bool NeedsTable) InOtherWords(ReadOnlySpan<char> name, Numbering numbering, SectionTemplate section)
    {
        var isNumberRight = numbering.Value == section.Ordinal;
        var isHan = numbering.Style == NumberingStyle.Han;
        var mayBeSection = numbering.Style != NumberingStyle.Bracketed || section.Ordinal > 4;
        var likeness = isHan || (isNumberRight && mayBeSection) ? HeadingWords.Likeness(name, section, isNumberRight && isHan) : 0;
        return likeness == 0
            ? (0, false)
            : (likeness + NumberingScore(numbering, isNumberRight, likeness),
                section.HoldsTable && !(isNumberRight && isHan));
    }

    // "六、其他需要报告的事项 无" or "一、总体情况。2024年，…": the number and the whole name, and then the text.
    private static HeadingCandidate? RunInHeading(int line, string text, Numbering numbering, SectionTemplate section)
    {
        var end = numbering.Length + section.Name.Length;
        var isHeading = numbering.Style == NumberingStyle.Han && numbering.Value == section.Ordinal
            && text.AsSpan(numbering.Length).StartsWith(section.Name, StringComparison.Ordinal)
            && end < text.Length && !char.IsLetterOrDigit(text[end]) && Characters.Fold(text[end]) != '('
            && HasWords(text.AsSpan(end));
        return isHeading ? new HeadingCandidate(line, section, text[..end], numbering, text[(end + 1)..].Trim(), 1.2) : null;
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
        var isHeading = length >= 0 && HasWords(text.AsSpan(end))
            && HeadingWords.Likeness(Characters.Words(text[numbering.Length..end]), section, true) >= Thresholds.OtherSectionName;
        return isHeading ? new HeadingCandidate(line, section, text[..end], numbering, text[(end + 1)..].Trim(), 1.1) : null;
    }

    private static bool HasWords(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (Characters.IsWord(character))
            {
                return true;
            }
        }

        return false;
    }

    private static double NumberingScore(Numbering numbering, bool isNumberRight, double likeness) => numbering.Style switch
    {
        NumberingStyle.Han => isNumberRight ? 0.3 : 0,
        NumberingStyle.Arabic => isNumberRight ? 0.15 : 0,
        NumberingStyle.Bracketed => isNumberRight && likeness >= Thresholds.OtherSectionName ? BracketedSection : PartOfSection,
        _ => -0.05,
    };
}
