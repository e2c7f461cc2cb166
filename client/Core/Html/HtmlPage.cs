using Validation.Client.Html.Internal;
using Validation.Client.Wording;

namespace Validation.Client.Html;

/// <summary>
/// A page like that of <see cref="HtmlReport"/> for several drafts, written draft by draft; it keeps none of them but for a line of its
/// list, which is shown above all drafts and written when the last one is known. Not thread-safe.
/// </summary>
public sealed class HtmlPage
{
    // Nobody looks at the tables of so many drafts that are right.
    private const int Many = 20;

    private readonly Markup _page;
    private readonly int _drafts;
    private readonly List<IndexLine> _index = [];
    private Counts _counts = Counts.None;

    /// <summary>Begins a page; nothing is written yet.</summary>
    /// <param name="output">Where it goes: text, to be stored as UTF-8. It is not closed.</param>
    /// <param name="drafts">How many drafts there will be. With more than one, the page begins with a list; with more than 20, those
    /// without findings have no tables.</param>
    public HtmlPage(TextWriter output, int drafts)
    {
        ArgumentNullException.ThrowIfNull(output);
        _page = new Markup(output);
        _drafts = drafts;
    }

    private bool IsIndexed => _drafts > 1;

    /// <summary>Writes the next draft.</summary>
    /// <param name="outcome">What came of the check; a check that failed is on the page, too.</param>
    /// <param name="checkedAt">When that was, in the zone in which it is to be shown.</param>
    /// <param name="fresh">The fingerprints of findings that the last check had not found; they are marked. Null: none.</param>
    public void Add(CheckOutcome outcome, DateTimeOffset checkedAt, IReadOnlySet<string>? fresh = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (_counts.All == 0)
        {
            Begin(IsIndexed ? Texts.PageTitle(_drafts) : Texts.PageTitle(VerdictWords.Of(outcome), outcome.Draft.Name));
        }

        _counts = _counts.With(outcome);
        var draft = PageDraft.Of(_counts.All, outcome, checkedAt, fresh);
        new DraftArticle(_page, draft).Write(tables: _drafts <= Many || draft.Findings.Count > 0, IsIndexed);
        if (IsIndexed)
        {
            _index.Add(IndexLine.Of(draft));
        }
    }

    /// <summary>Ends the page.</summary>
    /// <param name="left">Drafts that were not come to because the user stopped the program.</param>
    public void End(int left = 0)
    {
        if (_counts.All == 0)
        {
            Begin(Texts.PageTitle(_drafts));
        }

        if (IsIndexed || left > 0)
        {
            DraftIndex.Write(_page, _index, _counts, left);
        }

        _page.Close();
        _page.Leaf(Tag.Footer, Texts.PageFooter);
        _page.Close(2);
    }

    private void Begin(string title)
    {
        _page.Doctype();
        _page.Open(Tag.Html, Attr.Language("zh-CN"));
        _page.Open(Tag.Head);
        _page.Open(Tag.Meta, Attr.Charset("utf-8"));
        _page.Open(Tag.Meta, Attr.HttpEquiv("Content-Security-Policy"), Attr.Content(StyleSheet.Policy));
        _page.Open(Tag.Meta, Attr.MetaName("viewport"), Attr.Content("width=device-width, initial-scale=1"));
        _page.Leaf(Tag.Title, Clipped.Of(title, Clipped.InLine));
        _page.Style();
        _page.Close();
        _page.Open(Tag.Body);
        _page.Open(Tag.Header);
        _page.Leaf(Tag.P, "product", Texts.Product);
        _page.Leaf(Tag.H1, Texts.PageHeading);
        _page.Close();
        _page.Open(Tag.Main);
    }
}
