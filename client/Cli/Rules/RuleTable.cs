using Validation.Cli.Rendering;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Prints the rules of a set by family.</summary>
/// <param name="session">Where it goes.</param>
internal sealed class RuleTable(RuleSession session)
{
    private const int Indent = 2;
    private const int Gap = 2;

    /// <summary>Prints the table, below a line that says which set it is.</summary>
    public void Write(RuleSetContent content)
    {
        var page = session.Page;
        page.Paragraph(0, Words.None, [new(content.Version, Ink.Strong), .. Origin(content)]);
        var rules = content.Rules?.Rules ?? [];
        var width = rules.Select(rule => TextWidth.Of(rule.Id)).DefaultIfEmpty().Max() + Gap;
        foreach (var family in rules.GroupBy(rule => rule.Family, StringComparer.Ordinal))
        {
            page.Blank();
            page.Paragraph(0, Words.None, new Words(RuleTexts.Family(family.Key, family.Count()), Ink.Strong));
            foreach (var rule in family)
            {
                Write(rule, width);
            }
        }

        page.Blank();
        page.Paragraph(0, Words.None, new Words(RuleTexts.RuleCount(rules), Ink.Strong));
    }

    private void Write(RuleSummary rule, int width)
    {
        var ink = rule.Off ? Ink.Faint : Ink.Plain;
        session.Page.Paragraph(
            Indent,
            new Words(TextWidth.Pad(rule.Id, width), ink),
            new(RuleMarks.Weight(rule) + "  ", RuleMarks.Ink(rule)),
            new(rule.Title, ink),
            new(RuleMarks.Of(rule), Ink.Note));
    }

    private Words[] Origin(RuleSetContent content)
    {
        var made = RuleTexts.RuleSetMade(content.NationalVersion, content.Overlay?.Files.Count ?? 0);
        var publication = content.Publication is { } entry
            ? RuleTexts.RuleSetPublished(CliTexts.Moment(session.Terminal.Time, entry.At), entry)
            : string.Empty;
        return [new(made), new(publication)];
    }
}
