using Validation.Client.Connection;
using Validation.Client.Page;

namespace Validation.Cli.Rendering;

/// <summary>Prints one web page, which stands alone: findings and tables, to look at or to print on paper.</summary>
/// <param name="time">Says when drafts were checked.</param>
internal sealed class HtmlRenderer(TimeProvider time) : IRenderer
{
    private HtmlPage _page = new(TextWriter.Null, drafts: 0);

    /// <inheritdoc/>
    public bool ShowsReport => true;

    /// <inheritdoc/>
    public void Begin(TextWriter output, int drafts) => _page = new HtmlPage(output, drafts);

    /// <inheritdoc/>
    public void Write(CheckOutcome outcome) => _page.Add(outcome, time.GetLocalNow());

    /// <inheritdoc/>
    public void End(int left) => _page.End(left);
}
