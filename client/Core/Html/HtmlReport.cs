namespace Validation.Client.Html;

/// <summary>
/// The report of a check as a web page that stands alone: it loads nothing, runs nothing and prints well. Whatever a draft or a server says
/// is shown as words, never taken as markup.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the page for one draft.</summary>
    /// <param name="output">Where it goes: text, to be stored as UTF-8. It is not closed.</param>
    /// <param name="outcome">What came of the check; a check that failed has its page, too.</param>
    /// <param name="checkedAt">When that was, in the zone in which it is to be shown.</param>
    /// <param name="fresh">The fingerprints of findings that the last check had not found; they are marked. Null: none.</param>
    public static void Write(TextWriter output, CheckOutcome outcome, DateTimeOffset checkedAt, IReadOnlySet<string>? fresh = null)
    {
        var page = new HtmlPage(output, drafts: 1);
        page.Add(outcome, checkedAt, fresh);
        page.End();
    }
}
