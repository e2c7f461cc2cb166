using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Wording;

namespace Validation.Client.Page;

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
    private readonly bool _isPart;
    private readonly List<IndexLine> _index = [];
    private Counts _counts = Counts.None;

    /// <summary>Begins a page; nothing is written yet.</summary>
    /// <param name="output">Where it goes: text, to be stored as UTF-8. It is not closed.</param>
    /// <param name="drafts">How many drafts there will be. With more than one, the page begins with a list; with more than 20, those
    /// without findings have no tables.</param>
    /// <param name="isPart">True: a part of another page, which has <see cref="Styles"/> as its style sheet; the list and the drafts alone
    /// are written. False: a page that stands alone.</param>
    public HtmlPage(TextWriter output, int drafts, bool isPart = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        _page = new Markup(output);
        _drafts = drafts;
        _isPart = isPart;
    }

    /// <summary>The style sheet, for pages that hold the results of checks as a part.</summary>
    public static string Styles => PageStyles.Text;

    /// <summary>The name of the field in which a button sends what is to be tried.</summary>
    public const string TryField = "try";

    /// <summary>The id of the form that the buttons of a draft send.</summary>
    /// <param name="draft">The draft's number on the page, from 1.</param>
    public static string TryForm(int draft) => Anchor.TryForm(draft).Name;

    private bool IsIndexed => _drafts > 1;

    /// <summary>Writes the next draft.</summary>
    /// <param name="outcome">What came of the check; a check that failed is on the page, too.</param>
    /// <param name="checkedAt">When that was, in the zone in which it is to be shown.</param>
    /// <param name="comparison">How the findings differ from those of the check before; new ones are marked. Null: there was none.</param>
    /// <param name="file">Where the draft stands. Null: where the draft itself says, if it came from a file.</param>
    /// <param name="comments">What opens the draft with comments; null: nothing does.</param>
    /// <param name="isTriable">True: suggestions have buttons that try them. They send the form of the page around whose id is
    /// <see cref="TryForm"/>, with the field <see cref="TryField"/>, in which <see cref="CellEdits"/> reads what is to be tried.</param>
    public void Add(
        CheckOutcome outcome, DateTimeOffset checkedAt, FindingComparison? comparison = null, string? file = null,
        ProgramAddress? comments = null, bool isTriable = false)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (_counts.All == 0)
        {
            Begin(IsIndexed ? PageTexts.PageTitle(_drafts) : PageTexts.PageTitle(VerdictWords.Of(outcome), outcome.Draft.Name));
        }

        _counts = _counts.With(outcome);
        var draft = PageDraft.Of(_counts.All, outcome, checkedAt, comparison, file, comments, isTriable);
        new DraftArticle(_page, draft).Write(tables: _drafts <= Many || draft.Findings.Count > 0, IsIndexed);
        if (IsIndexed)
        {
            _index.Add(IndexLine.Of(draft));
        }
    }

    /// <summary>Ends the page; one that has no draft says so.</summary>
    /// <param name="left">Drafts that were not come to because the user stopped the program.</param>
    public void End(int left = 0)
    {
        if (_counts.All == 0)
        {
            Begin(PageTexts.PageTitle(_drafts));
        }

        if (IsIndexed || left > 0)
        {
            DraftIndex.Write(_page, _index, _counts, left);
        }

        if (!_isPart)
        {
            PageFrame.Close(_page);
        }
    }

    private void Begin(string title)
    {
        if (!_isPart)
        {
            PageFrame.Open(_page, title, PageTexts.PageHeading);
        }
    }
}
