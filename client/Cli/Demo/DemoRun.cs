using Validation.Cli.Commands;
using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli.Demo;

/// <summary>The demonstration: a clerk saves drafts, and each answer is shown as it comes.</summary>
/// <param name="terminal">Where it is shown.</param>
/// <param name="time">The clock.</param>
internal sealed class DemoRun(Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan NoticeTime = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, ValidateReply> _earlier = new(StringComparer.Ordinal);
    private readonly List<TimeSpan> _waits = [];

    /// <summary>Runs the demonstration to its end.</summary>
    /// <returns>The exit code: 0 when every save was answered.</returns>
    public async Task<int> RunAsync(Server server, CancellationToken cancellationToken)
    {
        using var connection = new ValidationConnection(
            server.Address, new ConnectionOptions { OmitReport = true, Time = time, Trust = server.Trust, Key = server.Key });
        using var folder = new DemoFolder();
        var start = new DemoStart(terminal, time);
        await using var process = await start.RunAsync(connection, folder, cancellationToken);
        if (!start.Answers)
        {
            return ExitCode.NotRun;
        }

        await ShowPagesAsync(server.Address, process, cancellationToken);
        await ShowSavesAsync(connection, folder.Drafts, cancellationToken);
        Show(Words.None);
        Show(new Words(DemoTexts.DemoEnd(_waits.Count, DemoScript.Saves.Count, Median()), Ink.Strong));
        if (process is not null)
        {
            Show(new Words(DemoTexts.DemoPagesLater(PageAddress.Default)));
        }

        return _waits.Count == DemoScript.Saves.Count ? ExitCode.Accepted : ExitCode.NotRun;
    }

    /// <summary>Says where the pages of the server are, if they can be found.</summary>
    private async Task ShowPagesAsync(ServerAddress server, ServerProcess? started, CancellationToken cancellationToken)
    {
        var places = started is null ? [PageAddress.Default] : PageAddress.In(started.LastLines);
        if (await PageAddress.FindAsync(server, places, cancellationToken) is { } address)
        {
            Show(new Words(started is null ? DemoTexts.DemoPages(address) : DemoTexts.DemoPagesMeanwhile(address), Ink.Strong));
        }
    }

    private async Task ShowSavesAsync(ValidationConnection connection, string folder, CancellationToken cancellationToken)
    {
        using var watcher = new DraftWatcher(folder, time);
        using var notice = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var drafts = watcher.WatchAsync(notice.Token).GetAsyncEnumerator(CancellationToken.None);
        var clerk = new Clerk(folder);
        Show(new Words(DemoTexts.DemoWatching(folder)));
        for (var i = 0; i < DemoScript.Saves.Count; i++)
        {
            var save = DemoScript.Saves[i];
            Show(Words.None);
            Show(new Words(DemoTexts.DemoSaved(i + 1, DemoScript.Saves.Count, save), Ink.Note));
            var saved = time.GetTimestamp();
            await clerk.SaveAsync(save, cancellationToken);
            if (!await NoticedAsync(drafts, notice, cancellationToken))
            {
                await terminal.Error.WriteLineAsync(DemoTexts.DemoNotNoticed(NoticeTime));
                return;
            }

            ShowOutcome(await connection.CheckAsync(drafts.Current, cancellationToken), time.GetElapsedTime(saved));
        }
    }

    private static async Task<bool> NoticedAsync(
        IAsyncEnumerator<Draft> drafts, CancellationTokenSource notice, CancellationToken cancellationToken)
    {
        notice.CancelAfter(NoticeTime);
        try
        {
            return await drafts.MoveNextAsync();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            notice.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private void ShowOutcome(CheckOutcome outcome, TimeSpan waited)
    {
        new TextRenderer(terminal.Columns, terminal.Colours, compact: true).Render([outcome], terminal.Output);
        if (outcome.Reply is not { } reply)
        {
            return;
        }

        _waits.Add(waited);
        if (_earlier.TryGetValue(outcome.Draft.Name, out var before))
        {
            Show(new Words(CliTexts.SinceLastCheck(FindingComparison.Of(Fingerprints(before), reply).Changes), Ink.Good));
        }

        _earlier[outcome.Draft.Name] = reply;
        Show(new Words(DemoTexts.DemoWaited(waited), Ink.Faint));
    }

    private static List<string> Fingerprints(ValidateReply reply) => [.. reply.Findings.Select(finding => finding.Fingerprint)];

    private TimeSpan Median() => _waits.Count == 0 ? TimeSpan.Zero : _waits.Order().ElementAt(_waits.Count / 2);

    private void Show(Words words) => new PageWriter(terminal.Output, terminal.Columns, terminal.Colours).Paragraph(0, Words.None, words);
}
