using System.Globalization;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli.Rendering;

/// <summary>Prints one finding: weight and place, what is wrong, the cells, how to mend it, the basis.</summary>
/// <param name="page">Where it goes.</param>
/// <param name="compact">True leaves out the cells, the basis and all suggestions but the likeliest.</param>
internal sealed class FindingText(PageWriter page, bool compact)
{
    private const int Indent = 2;

    /// <summary>Prints the finding with its number, its cells and its suggestions.</summary>
    /// <param name="number">Its number among the findings of the draft, from 1.</param>
    /// <param name="finding">The finding.</param>
    public void Write(int number, Finding finding)
    {
        var lead = number.ToString(CultureInfo.InvariantCulture) + ". ";
        var body = Indent + lead.Length;
        page.Paragraph(
            Indent, new Words(lead), [new(FindingWords.Weight(finding), Colour(finding)), .. Heading(finding)]);
        page.Paragraph(body, Words.None, new Words(finding.Message, finding.Accepted is null ? Ink.Plain : Ink.Struck));
        if (FindingWords.Acceptance(finding) is { Length: > 0 } acceptance)
        {
            page.Paragraph(body, Words.None, new Words(acceptance, Ink.Note));
        }

        if (FindingWords.Expectation(finding) is { Length: > 0 } expectation)
        {
            page.Paragraph(body, Words.None, new Words(expectation));
        }

        if (finding.Twin is { } twin && !compact)
        {
            page.Paragraph(body, new Words(FindingWords.TwinLead(twin), Ink.Faint), new Words(twin.Text));
        }

        if (!compact)
        {
            foreach (var line in CellWords.Lines(finding.Cells))
            {
                page.Paragraph(body, new Words(RenderingTexts.CellBullet, Ink.Faint), new Words(line));
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
        var title = finding.Title.Length == 0 ? string.Empty : CliTexts.Title(finding.Title);
        var place = PlaceWords.Of(finding);
        return [new(title, finding.Accepted is null ? Ink.Strong : Ink.Struck), new(title.Length == 0 ? " " + place : place)];
    }

    private void WriteSuggestions(int body, Finding finding)
    {
        for (var i = 0; i < finding.Suggestions.Count && !(compact && i > 0); i++)
        {
            page.Paragraph(body, new Words(FindingWords.Suggestion(i), Ink.Good), new Words(finding.Suggestions[i].Text));
        }
    }

    private void WriteBasis(int body, Finding finding)
    {
        var rule = new Words(CliTexts.RuleId(finding.RuleId), Ink.Faint);
        if (finding.Basis.Length == 0)
        {
            page.Paragraph(body, Words.None, rule);
        }
        else
        {
            page.Paragraph(body, new Words(FindingWords.Basis, Ink.Faint), new(finding.Basis + " "), rule);
        }
    }

    private static Ink Colour(Finding finding) => finding.Severity switch
    {
        _ when finding.Accepted is not null => Ink.Faint,
        Level.Error => Ink.Bad,
        Level.Warning => Ink.Doubtful,
        _ => Ink.Note,
    };
}
