using Validation.Client.Wording;
using Validation.Form;
using Validation.V1;

namespace Validation.Client.Page;

/// <summary>What to search for in the draft to get to the place of a finding. Every text stands in the draft exactly as it is here.
/// </summary>
internal static class SearchText
{
    private const int Most = 24;

    // A shorter beginning, such as "1、", stands in too many places.
    private const int Telling = 6;
    private const int ShortestNumber = 2;

    /// <summary>The texts to search for, one after the other: the beginning of the sentence; or, for a cell, the heading above its table
    /// and then what the cell holds; elsewhere in a section its heading. A row's label is none of them: the
    /// reply has it as the form prints it, not as the draft does.</summary>
    /// <returns>Empty: the finding is about something that the draft lacks, or the reply does not say where it is.</returns>
    public static IReadOnlyList<string> Of(Finding finding, Report? report)
    {
        var sentence = report is null ? string.Empty : FindingSentence.AsPrinted(finding, report);
        if (sentence.Length > 0)
        {
            return Known(Part(sentence));
        }

        var cell = CellOf(finding);
        return cell is null
            ? Known(Part(Heading(finding, report)))
            : Known(Part(HeadingAbove(cell, report)), Number(cell));
    }

    /// <summary>The first words of a text, at most 24 characters, without white space: what a format makes of that differs.</summary>
    /// <returns>Empty: there is nothing in it that one could search for.</returns>
    public static string Part(string text)
    {
        var parts = text.Split(IsSeparator);
        var part = parts.Find(part => part.Length >= Telling) ?? parts.MaxBy(part => part.Length) ?? string.Empty;
        return part.Length <= Most ? part : part[..(char.IsHighSurrogate(part[Most - 1]) ? Most - 1 : Most)];
    }

    /// <summary>The cell to look at: the suspect one, else the first that stands in the draft.</summary>
    private static CellReference? CellOf(Finding finding)
    {
        var there = finding.Cells.Where(cell => cell.Location is not null).ToList();
        return there.Find(cell => cell.Suspect) ?? there.FirstOrDefault();
    }

    private static string Number(CellReference cell) =>
        cell.Text.Length >= ShortestNumber && string.Equals(Part(cell.Text), cell.Text, StringComparison.Ordinal)
            ? cell.Text
            : string.Empty;

    private static string HeadingAbove(CellReference cell, Report? report)
    {
        var table = ReportTemplate.Tables.FirstOrDefault(table => table.Cells.Any(template => template.Path == cell.Path));
        return report?.Sections.FirstOrDefault(section => section.Ordinal == table?.Section.Ordinal)?.Heading ?? string.Empty;
    }

    /// <summary>The heading that stands at the place of a finding, else the one above it.</summary>
    private static string Heading(Finding finding, Report? report)
    {
        if (report is null || finding.Location is not { } place)
        {
            return string.Empty;
        }

        var own = SectionTemplate.All.FirstOrDefault(section => section.Heading == finding.Section);
        var section = report.Sections.FirstOrDefault(section => FindingSentence.IsSamePlace(section.Location, place))
            ?? report.Sections.FirstOrDefault(section => section.Ordinal == own?.Ordinal);
        return section?.Heading ?? string.Empty;
    }

    private static IReadOnlyList<string> Known(params IEnumerable<string> texts) => [.. texts.Where(text => text.Length > 0)];

    private static List<string> Split(this string text, Func<char, bool> isSeparator)
    {
        var parts = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && !isSeparator(text[i]) && !IsHalf(text, i))
            {
                i += char.IsHighSurrogate(text[i]) ? 2 : 1;
            }

            if (i > start)
            {
                parts.Add(text[start..i]);
            }
        }

        return parts;
    }

    // Word takes "^" for the beginning of a code.
    private static bool IsSeparator(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '^' or '\uFFFD' or '\u200B' or '\uFEFF' || !IsShown(c);

    /// <summary>Whether the page shows the character as it is.</summary>
    private static bool IsShown(char c) => c is not ('\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')
        or (>= '\u2066' and <= '\u2069') or (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF');

    private static bool IsHalf(string text, int at) =>
        char.IsLowSurrogate(text[at]) || (char.IsHighSurrogate(text[at]) && (at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])));
}
