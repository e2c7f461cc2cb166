using System.Globalization;
using Validation.V1;

namespace Validation.Cli.Rendering;

/// <summary>Prints one finding: weight and place, what is wrong, the cells, how to mend it, the basis.</summary>
/// <param name="page">Where it goes.</param>
/// <param name="compact">True leaves out the cells, the basis and all suggestions but the likeliest.</param>
internal sealed class FindingText(PageWriter page, bool compact)
{
    private const int Indent = 2;

    /// <summary>Prints the finding.</summary>
    /// <param name="number">Its number among the findings of the draft, from 1.</param>
    /// <param name="finding">The finding.</param>
    public void Write(int number, Finding finding)
    {
        var lead = number.ToString(CultureInfo.InvariantCulture) + ". ";
        var body = Indent + lead.Length;
        page.Paragraph(
            Indent, new Words(lead), [new(Texts.Weight(finding), Colour(finding.Severity)), .. Heading(finding)]);
        page.Paragraph(body, Words.None, new Words(finding.Message));
        WriteExpectation(body, finding);
        if (!compact)
        {
            foreach (var line in CellText.Lines(finding.Cells))
            {
                page.Paragraph(body, new Words(Texts.CellBullet, Ink.Faint), new Words(line));
            }
        }

        WriteSuggestions(body, finding);
        if (!compact)
        {
            WriteBasis(body, finding);
        }
    }

    private static Words[] Heading(Finding finding)
    {
        var title = finding.Title.Length == 0 ? string.Empty : Texts.Title(finding.Title);
        var place = CellText.Place(finding);
        return [new(title, Ink.Strong), new(title.Length == 0 ? " " + place : place)];
    }

    /// <summary>Says what should stand there only where neither the message nor a suggestion does.</summary>
    private void WriteExpectation(int body, Finding finding)
    {
        var said = finding.Suggestions.Count > 0 || finding.Message.Contains(finding.Expected, StringComparison.Ordinal);
        if (finding.Expected.Length > 0 && !said)
        {
            page.Paragraph(body, Words.None, new Words(Texts.Expectation(finding.Expected, finding.Actual)));
        }
    }

    private void WriteSuggestions(int body, Finding finding)
    {
        var lead = Texts.Suggestion;
        foreach (var suggestion in finding.Suggestions.Take(compact ? 1 : int.MaxValue))
        {
            page.Paragraph(body, new Words(lead, Ink.Good), new Words(suggestion.Text));
            lead = Texts.OtherSuggestion;
        }
    }

    private void WriteBasis(int body, Finding finding)
    {
        var rule = new Words(Texts.RuleId(finding.RuleId), Ink.Faint);
        if (finding.Basis.Length == 0)
        {
            page.Paragraph(body, Words.None, rule);
        }
        else
        {
            page.Paragraph(body, new Words(Texts.Basis, Ink.Faint), new(finding.Basis + " "), rule);
        }
    }

    private static Ink Colour(Severity severity) => severity switch
    {
        Severity.Error => Ink.Bad,
        Severity.Warning => Ink.Doubtful,
        _ => Ink.Note,
    };
}
