using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Wording;

namespace Validation.Client.Page;

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
    /// <param name="comparison">How the findings differ from those of the check before; new ones are marked. Null: there was none.</param>
    /// <param name="file">Where the draft stands. Null: where the draft itself says, if it came from a file.</param>
    /// <param name="comments">What opens the draft with comments; null: nothing does.</param>
    public static void Write(
        TextWriter output, CheckOutcome outcome, DateTimeOffset checkedAt, FindingComparison? comparison = null, string? file = null,
        ProgramAddress? comments = null)
    {
        var page = new HtmlPage(output, drafts: 1);
        page.Add(outcome, checkedAt, comparison, file, comments);
        page.End();
    }
}
