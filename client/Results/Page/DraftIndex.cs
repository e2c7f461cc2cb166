using System.Globalization;
using Validation.Client.Wording;

namespace Validation.Client.Page;

/// <summary>The list of all drafts on a page. It is written last and shown first.</summary>
internal static class DraftIndex
{
    /// <summary>Writes the list of all drafts with their verdicts, for pages of several drafts.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="lines">A line for each draft.</param>
    /// <param name="counts">How they came out.</param>
    /// <param name="left">Drafts that were not come to.</param>
    public static void Write(Markup page, IReadOnlyList<IndexLine> lines, Counts counts, int left)
    {
        page.Open(Tag.Nav, Attr.Id(Anchor.Index));
        page.Leaf(Tag.H2, counts.Text);
        if (left > 0)
        {
            page.Leaf(Tag.P, "interrupted", Counts.Interrupted(left));
        }

        if (lines.Count > 0)
        {
            WriteTable(page, lines);
        }

        page.Close();
    }

    private static void WriteTable(Markup page, IReadOnlyList<IndexLine> lines)
    {
        page.Open(Tag.Div, Attr.Class("scroll"), Attr.Focusable(), Attr.Region(), Attr.Label(PageTexts.AllDrafts));
        page.Open(Tag.Table, Attr.Class("index"));
        page.Open(Tag.Thead);
        page.Open(Tag.Tr);
        foreach (var heading in PageTexts.IndexHeadings)
        {
            page.Leaf(Tag.Th, heading, Attr.Scope("col"));
        }

        page.Close(2);
        page.Open(Tag.Tbody);
        foreach (var line in lines)
        {
            Write(page, line);
        }

        page.Close(3);
    }

    private static void Write(Markup page, IndexLine line)
    {
        page.Open(Tag.Tr);
        page.Leaf(Tag.Td, line.Draft.ToString(CultureInfo.InvariantCulture));
        page.Open(Tag.Th, Attr.Scope("row"));
        page.Leaf(Tag.A, line.Name, Attr.Link(Anchor.Draft(line.Draft)));
        page.Close();
        page.Leaf(Tag.Td, line.Look, line.Verdict);
        page.Leaf(Tag.Td, line.Remark);
        page.Close();
    }
}

/// <summary>What the list says about a draft.</summary>
/// <param name="Draft">The draft's number on the page.</param>
/// <param name="Name">Its path or name.</param>
/// <param name="Look">The class of the verdict.</param>
/// <param name="Verdict">The verdict in words.</param>
/// <param name="Remark">How much was found, or why there is no verdict.</param>
internal sealed record IndexLine(int Draft, string Name, string Look, string Verdict, string Remark)
{
    /// <summary>The line of a draft.</summary>
    public static IndexLine Of(PageDraft draft)
    {
        var outcome = draft.Outcome;
        var remark = outcome.Reply is { } reply
            ? reply.ReasonText.Length > 0 ? reply.ReasonText : Tally.Of(reply.Findings).Text
            : outcome.Failure?.Message ?? string.Empty;
        return new IndexLine(
            draft.Number,
            Clipped.Of(outcome.Draft.FilePath ?? outcome.Draft.Name, Clipped.InLine),
            VerdictBand.Look(outcome).ClassName,
            VerdictWords.Of(outcome),
            Clipped.Of(remark, Clipped.InLine));
    }
}
