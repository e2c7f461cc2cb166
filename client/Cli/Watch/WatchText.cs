using System.Globalization;
using Validation.Cli.Rendering;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli.Watch;

/// <summary>Prints for a clerk who looks on.</summary>
/// <param name="terminal">Where it goes.</param>
internal sealed class WatchText(Terminal terminal) : IWatchPrinter
{
    private const int MostNews = 5;

    private readonly PageWriter _page = new(terminal.Output, terminal.Columns, terminal.Colours);
    private string? _serverProblem;
    private IReadOnlyList<string> _missing = [];
    private bool _cannotSave;
    private ClientSettings _settings = new();
    private bool _isWatching;

    /// <inheritdoc/>
    public void Begin(ClientSettings settings)
    {
        (_settings, _isWatching) = (settings, false);
    }

    /// <inheritdoc/>
    public void Show(CheckedDraft draft)
    {
        var lead = new Words(Moment(draft.CheckedAt) + "  ", Ink.Faint);
        _page.Paragraph(0, lead, [new(draft.Name, Ink.Strong), new(CliTexts.Colon), new(draft.Summary, Colour(draft))]);
        var indent = TextWidth.Of(lead.Text);
        if (draft.Changes is { IsNone: false } changes)
        {
            _page.Paragraph(indent, Words.None, new Words(CliTexts.SinceLastCheck(changes), changes.New > 0 ? Ink.Doubtful : Ink.Good));
        }

        foreach (var news in draft.News.Take(MostNews))
        {
            _page.Paragraph(indent, new Words(FindingWords.New + " ", Ink.Bad), new Words(news));
        }

        if (draft.News.Count == 0 && draft.Worst.Length > 0)
        {
            _page.Paragraph(indent, Words.None, new Words(draft.Worst));
        }

        if (draft.ReportFile is { } report)
        {
            _page.Paragraph(indent, Words.None, new Words(WatchTexts.ReportIsIn(report), Ink.Faint));
        }

        terminal.Output.Flush();
    }

    /// <inheritdoc/>
    public void Show(MonitorStatus status)
    {
        if (status.IsWatching && !_isWatching)
        {
            _isWatching = true;
            ShowBeginning();
        }

        if (!string.Equals(status.ServerProblem, _serverProblem, StringComparison.Ordinal))
        {
            _serverProblem = status.ServerProblem;
            Line(_serverProblem is null ? Ink.Good : Ink.Doubtful, WatchTexts.ServerIs(_serverProblem));
        }

        foreach (var folder in status.MissingFolders.Except(_missing, StringComparer.Ordinal))
        {
            Line(Ink.Doubtful, WatchTexts.FolderIsAway(folder));
        }

        foreach (var folder in _missing.Except(status.MissingFolders, StringComparer.Ordinal))
        {
            Line(Ink.Good, WatchTexts.FolderIsBack(folder));
        }

        if (status.CannotSave && !_cannotSave)
        {
            Line(Ink.Doubtful, WatchTexts.CannotSave);
        }

        (_missing, _cannotSave) = (status.MissingFolders, status.CannotSave);
    }

    /// <inheritdoc/>
    public void Show(AddedFolder added)
    {
        if (added.Unchecked > 0)
        {
            Line(Ink.Doubtful, WatchTexts.Unchecked(added));
        }
    }

    /// <inheritdoc/>
    public void Show(Notice notice)
    {
        // What is about drafts stands there already, but for the changes that new rules brought.
        if (notice.IsOfNewRules || notice.Drafts > 1)
        {
            Line(Ink.Note, $"{notice.Title}{CliTexts.Colon}{notice.Text.ReplaceLineEndings(" ")}");
        }
    }

    private void ShowBeginning()
    {
        foreach (var folder in _settings.Folders)
        {
            _page.Paragraph(0, Words.None, new Words(WatchTexts.Watching(folder), Ink.Strong));
        }

        Line(Ink.Faint, WatchTexts.WatchingWith(_settings.Server));
    }

    private void Line(Ink ink, string text)
    {
        _page.Paragraph(0, new Words(Moment(terminal.Time.GetLocalNow()) + "  ", Ink.Faint), new Words(text, ink));
        terminal.Output.Flush();
    }

    private static string Moment(DateTimeOffset at) => at.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static Ink Colour(CheckedDraft draft) => draft.Verdict switch
    {
        Verdict.Accept => Ink.Good,
        Verdict.Reject => Ink.Bad,
        _ => Ink.Doubtful,
    };
}
