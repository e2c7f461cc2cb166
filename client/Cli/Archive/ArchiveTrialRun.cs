using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>One run of `validate archive try`: shows how far it is, then what came of it.</summary>
/// <param name="session">The server and the terminal.</param>
/// <param name="folder">The folder of the candidate.</param>
/// <param name="json">Whether programs read it.</param>
internal sealed class ArchiveTrialRun(RuleSession session, string folder, bool json)
{
    private const int Indent = 2;

    /// <summary>Tries the candidate, and prints what would change rule by rule.</summary>
    /// <returns>The exit code: differences are no fault, rules that fail are.</returns>
    public async Task<int> RunAsync(TryRulesRequest request, CancellationToken cancellationToken)
    {
        var progress = new TrialProgress(session.Terminal);
        TryRulesReply? last = null;
        try
        {
            await foreach (var outcome in session.Connection.Archive.TryRulesAsync(request, cancellationToken))
            {
                if (!outcome.TryGet(out var reply, out var failure))
                {
                    progress.Clear();
                    return session.Fail(failure);
                }

                last = reply;
                progress.Show(reply.Done, reply.Total);
            }
        }
        finally
        {
            progress.Clear();
        }

        return last is { Summary: not null } or { Problems.Count: > 0 }
            ? session.Show(last, json, Print, Code)
            : session.NotRun(ArchiveTexts.TrialBrokenOff);
    }

    private static int Code(TryRulesReply reply) =>
        reply.Problems.Count > 0 || reply.Summary.Failures.Count > 0 ? ExitCode.Refused : ExitCode.Done;

    private void Print(TryRulesReply reply)
    {
        if (reply.Problems.Count > 0)
        {
            new ProblemText(session.Lines, folder).Write(reply.Problems);
        }
        else
        {
            Print(reply.Summary);
        }
    }

    private void Print(TryRulesSummary summary)
    {
        var page = session.Page;
        page.Paragraph(0, Words.None, new Words(ArchiveTexts.TrialSummary(summary), Ink.Strong));
        foreach (var shift in summary.Verdicts)
        {
            page.Paragraph(0, Words.None, new Words(ArchiveTexts.Shift(shift), Ink.Strong));
        }

        foreach (var rule in summary.Rules)
        {
            page.Paragraph(
                0, Words.None, new(rule.RuleId, Ink.Strong), new(CliTexts.Title(rule.Title)), new(ArchiveTexts.Effect(rule)));
            foreach (var example in rule.Examples)
            {
                Print(example);
            }
        }

        foreach (var failed in summary.Failures)
        {
            page.Paragraph(0, Words.None, new Words(ArchiveTexts.RuleFailed(failed), Ink.Bad));
        }

        if (summary.Failures.Count > 0)
        {
            page.Paragraph(0, Words.None, new Words(RuleTexts.FailingIsNotPublished, Ink.Bad));
        }
    }

    private void Print(TriedFinding tried)
    {
        var (sign, ink) = tried.Change switch
        {
            { Before: null } => (RuleTexts.Plus, Ink.Bad),
            { After: null } => (RuleTexts.Minus, Ink.Good),
            _ => (RuleTexts.Tilde, Ink.Doubtful),
        };
        session.Page.Paragraph(Indent, new Words(sign, ink), new Words(ArchiveTexts.Example(tried)));
    }
}
