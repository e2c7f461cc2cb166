using Google.Protobuf.Collections;
using Validation.Cli.Rendering;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli.Inspection;

/// <summary>Prints how a draft was read: each step under a heading, each thing on a line of its own with its place.</summary>
/// <param name="page">Where it goes; its lines are not wrapped.</param>
internal sealed class InspectText(PageWriter page)
{
    private const int Indent = 2;

    /// <summary>Prints every step that the reply shows.</summary>
    public void Write(InspectReply reply)
    {
        if (reply.ReasonText.Length > 0)
        {
            page.Paragraph(0, Words.None, new Words(reply.ReasonText, Ink.Doubtful));
        }

        if (reply.Document.Count > 0)
        {
            Heading(InspectionTexts.StepDocument(reply.DocumentFormat));
            Document(reply.Document);
        }

        if (reply.Article.Count > 0)
        {
            Heading(InspectionTexts.StepArticle);
            foreach (var line in reply.Article)
            {
                Line($"{line.Number}", line.Cells.Count > 0 ? Cells(line.Cells) : line.Text, line.Location);
            }
        }

        if (reply.Sections.Count > 0)
        {
            Heading(InspectionTexts.StepSections);
            foreach (var section in reply.Sections)
            {
                Line(InspectionTexts.SectionLines(section), section.Heading, section.Location);
            }
        }

        foreach (var table in reply.Tables)
        {
            Table(table);
        }

        if (reply.Report is { } report)
        {
            Heading(InspectionTexts.StepReport);
            page.Paragraph(0, Words.None, new Words(ProtoJson.Of(report)));
        }
    }

    private void Document(RepeatedField<InspectedBlock> blocks)
    {
        foreach (var block in blocks)
        {
            var isRow = block.Kind == InspectedBlock.Types.Kind.TableRow;
            var text = isRow ? Cells(block.Pieces.Select(InspectionTexts.Cell)) : block.Text;
            Line(InspectionTexts.BlockKind(block.Kind), text, block.Location);
        }
    }

    private void Table(InspectedTable table)
    {
        Heading(table.Name);
        foreach (var reading in table.Readings)
        {
            page.Paragraph(Indent, Words.None, new Words(InspectionTexts.Reading(reading), reading.IsChosen ? Ink.Strong : Ink.Faint));
        }

        foreach (var record in table.Records)
        {
            var text = $"{string.Join(' ', record.Labels)} | {Cells(record.Values)}";
            Line(record.Row.Length > 0 ? record.Row : InspectionTexts.NoRow, text, record.Location);
        }

        foreach (var row in table.Unclear)
        {
            var name = row.Label.Length > 0 ? row.Label : InspectionTexts.NoRow;
            var text = $"{name}：{row.Reason}{At(row.Location)}";
            page.Paragraph(Indent, new Words(InspectionTexts.Unclear, Ink.Doubtful), new Words(text));
        }
    }

    private void Heading(string text)
    {
        page.Blank();
        page.Paragraph(0, Words.None, new Words(text, Ink.Strong));
    }

    private void Line(string lead, string text, Location? location) =>
        page.Paragraph(Indent, new Words($"{lead}  ", Ink.Faint), new Words(text), new Words(At(location), Ink.Faint));

    private static string At(Location? location) => PlaceWords.Of(location) is { Length: > 0 } place ? $"  （{place}）" : string.Empty;

    private static string Cells(IEnumerable<string> cells) => string.Join(" | ", cells);
}
