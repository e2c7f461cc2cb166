using Validation.V1;

namespace Validation.Client.Page;

/// <summary>The buttons beside a suggestion that show what would become of the findings if it were followed.</summary>
internal static class TryButtons
{
    private const int MostNamed = 4;
    private const int MostButtons = 12;

    /// <summary>Writes a button for the changes that belong together, and one for each of those of which one is to be chosen.</summary>
    public static void Write(Markup page, PageDraft draft, Finding finding, Suggestion suggestion)
    {
        if (!draft.IsTriable || finding.Accepted is not null)
        {
            return;
        }

        if (suggestion.Edits.Count > 0)
        {
            Write(page, draft, finding, suggestion.Edits, isOnly: true);
        }

        foreach (var edit in suggestion.OneOf.Take(MostButtons))
        {
            Write(page, draft, finding, [edit], isOnly: false);
        }
    }

    private static void Write(Markup page, PageDraft draft, Finding finding, IReadOnlyList<CellEdit> edits, bool isOnly)
    {
        var named = edits.Take(MostNamed)
            .Select(edit => PageTexts.ChangeTo(MendLead.NameOf(edit.Path, finding), Clipped.Of(edit.Text, Clipped.InCell)));
        var label = PageTexts.TryEdits(named);
        page.Text(" ");
        page.Leaf(
            Tag.Button, isOnly ? PageTexts.Try : label, Attr.Class("try"), Attr.ButtonType("submit"),
            Attr.OfForm(Anchor.TryForm(draft.Number)), Attr.FieldName(HtmlPage.TryField), Attr.FieldValue(CellEdits.Text(edits)),
            Attr.Label(label));
    }
}
