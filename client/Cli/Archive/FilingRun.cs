using System.Text.Encodings.Web;
using System.Text.Json;
using Validation.Cli.Commands;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>One run of `validate archive file`: files the reports one after another, and prints what became of each.</summary>
/// <param name="session">The server and the terminal.</param>
/// <param name="filing">What is the same for all of them.</param>
/// <param name="json">Whether programs read it.</param>
internal sealed class FilingRun(RuleSession session, Filing filing, bool json)
{
    private FilingCounts _counts;
    private string _before = "[\n";

    /// <summary>Files the reports. A server that cannot be asked any more ends the run; a file that it refuses does not.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<Draft> reports, CancellationToken cancellationToken)
    {
        var progress = new ProgressLine(session.Terminal, reports.Count, TimeProvider.System);
        var code = ExitCode.Done;
        foreach (var report in reports)
        {
            RuleOutcome<FileReportReply> outcome;
            try
            {
                outcome = await session.Connection.Archive.FileAsync(report, filing, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                code = ExitCode.Interrupted;
                break;
            }

            progress.Clear();
            if (outcome.Failure is { } failure && !IsOfFile(failure))
            {
                code = session.Fail(failure);
                break;
            }

            Count(outcome);
            Print(report.FilePath ?? report.Name, outcome);
            progress.Show(_counts.All, (percent, left) => ArchiveTexts.FilingProgress(percent, _counts, left));
        }

        progress.Clear();
        End(reports.Count, code);
        return code != ExitCode.Done ? code : _counts.Code;
    }

    // Anything else concerns the files that follow as well.
    private static bool IsOfFile(RuleCallFailure failure) => failure.Kind
        is RuleFailureKind.FileUnreadable or RuleFailureKind.Refused or RuleFailureKind.Conflict or RuleFailureKind.NotFound
        or RuleFailureKind.ServerFailed;

    private void Count(RuleOutcome<FileReportReply> outcome) => _counts = outcome switch
    {
        { Reply.AlreadyFiled: true } => _counts with { Known = _counts.Known + 1 },
        { Reply: not null } => _counts with { Filed = _counts.Filed + 1 },
        { Failure.Kind: RuleFailureKind.FileUnreadable } => _counts with { Unreadable = _counts.Unreadable + 1 },
        _ => _counts with { Refused = _counts.Refused + 1 },
    };

    private void Print(string file, RuleOutcome<FileReportReply> outcome)
    {
        var problem = outcome.Failure?.Message ?? string.Empty;
        if (json)
        {
            var reply = outcome.Reply is { } answer ? ProtoJson.Of(answer) : "null";
            session.Terminal.Output.Write($"{_before}{{ \"file\": {Json(file)}, \"problem\": {Json(problem)}, \"reply\": {reply} }}");
            _before = ",\n";
            return;
        }

        Words[] words = outcome.Reply switch
        {
            { AlreadyFiled: true } known => [new(ArchiveTexts.AlreadyFiled(known), Ink.Note)],
            { Superseded: { } before } filed =>
                [new(ArchiveTexts.Filed(filed), Ink.Good), new(ArchiveTexts.Replaces(before, Moment(before)))],
            { } filed => [new(ArchiveTexts.Filed(filed), Ink.Good)],
            null => [new(ArchiveTexts.NotFiled(problem), Ink.Bad)],
        };
        session.Page.Paragraph(0, Words.None, [new(file, Ink.Strong), new(CliTexts.Colon), .. words]);
    }

    private void End(int files, int code)
    {
        if (json)
        {
            session.Terminal.Output.Write((_before is "[\n" ? _before : string.Empty) + "\n]\n");
        }

        if (code != ExitCode.Done || (!json && files > 1))
        {
            var summary = ArchiveTexts.FilingSummary(_counts, files - _counts.All);
            (json ? session.Terminal.Error : session.Terminal.Output).WriteLine(summary);
        }
    }

    private string Moment(FiledReport report) => CliTexts.Moment(session.Terminal.Time, report.FiledAt);

    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
