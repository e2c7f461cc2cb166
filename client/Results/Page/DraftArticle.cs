using Validation.Client.Wording;

namespace Validation.Client.Page;

/// <summary>Writes everything about one draft: verdict, findings, tables, provenance.</summary>
internal sealed class DraftArticle(Markup page, PageDraft draft)
{
    private const int MostFailures = 100;

    /// <summary>Writes the part of the page that is about this draft: verdict, findings, tables.</summary>
    /// <param name="tables">Whether the tables are wanted.</param>
    /// <param name="indexed">Whether the page has a list of all drafts.</param>
    public void Write(bool tables, bool indexed)
    {
        page.Open(Tag.Article, Attr.Id(Anchor.Draft(draft.Number)));
        WriteName();
        new VerdictBand(page, draft).Write();
        new FindingList(page, draft).Write();
        WriteFailures();
        if (draft.Report is { } report && tables)
        {
            new ReportTables(page, draft, report).Write();
            DeviationList.Write(page, report);
        }

        ProvenanceList.Write(page, draft);
        if (indexed)
        {
            page.Open(Tag.P, Attr.Class("back"));
            page.Leaf(Tag.A, PageTexts.BackToIndex, Attr.Link(Anchor.Index));
            page.Close();
        }

        page.Close();
    }

    private void WriteName()
    {
        var name = draft.Outcome.Draft.Name;
        page.Leaf(Tag.H2, Clipped.Of(name, Clipped.InLine));
        if (draft.FilePath is not { } path)
        {
            return;
        }

        if (!string.Equals(path, name, StringComparison.Ordinal))
        {
            page.Leaf(Tag.P, "path", Clipped.Of(path, Clipped.InLine));
        }

        if (FileAddress.Of(path) is { } file)
        {
            page.Open(Tag.P, Attr.Class("open"));
            page.Leaf(Tag.A, PageTexts.OpenFile, Attr.Link(file));
            page.Leaf(Tag.Span, "note", PageTexts.OpenFileNote);
            page.Close();
        }

        if (draft.Comments is { } comments)
        {
            page.Open(Tag.P, Attr.Class("open"));
            page.Leaf(Tag.A, PageTexts.OpenComments, Attr.Link(comments));
            page.Leaf(Tag.Span, "note", PageTexts.OpenCommentsNote);
            page.Close();
        }
    }

    private void WriteFailures()
    {
        if (draft.Outcome.Reply is not { RuleFailures.Count: > 0 } reply)
        {
            return;
        }

        page.Open(Tag.Section, Attr.Class("failures"));
        page.Leaf(Tag.H3, PageTexts.FailuresTitle(reply.RuleFailures.Count));
        page.Open(Tag.Ul);
        foreach (var failure in reply.RuleFailures.Take(MostFailures))
        {
            page.Leaf(Tag.Li, Clipped.Of(VerdictWords.RuleFailed(failure), Clipped.InParagraph));
        }

        page.Close(2);
    }
}
