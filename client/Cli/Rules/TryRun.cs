using Validation.Cli.Commands;
using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>One run of `validate rules try`: prints as the replies come, keeps none of them.</summary>
/// <param name="session">The server and the terminal.</param>
/// <param name="folder">The folder of the candidate.</param>
/// <param name="json">Whether programs read it.</param>
internal sealed class TryRun(RuleSession session, string folder, bool json)
{
    private readonly TryText _text = new(session.Page);
    private readonly TryEffects _effects = new();
    private TryCounts _counts = new();
    private string _before = "[\n";

    /// <summary>Tries the candidate on the drafts.</summary>
    /// <returns>The exit code: differences are no fault, rules that fail are.</returns>
    public async Task<int> RunAsync(RuleOverlay candidate, IReadOnlyList<Draft> drafts, CancellationToken cancellationToken)
    {
        var progress = new ProgressLine(session.Terminal, drafts.Count, TimeProvider.System);
        var code = ExitCode.Done;
        try
        {
            await foreach (var outcome in session.Connection.TryAsync(candidate, drafts, cancellationToken))
            {
                progress.Clear();
                if (outcome.Draft is null)
                {
                    code = Stop(outcome);
                    break;
                }

                _counts = _counts.With(outcome);
                _effects.Add(outcome);
                Print(outcome);
                progress.Show(_counts.All, (percent, left) => RuleTexts.TryProgress(percent, _counts, left));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            code = ExitCode.Interrupted;
        }

        progress.Clear();
        End(drafts.Count - _counts.All, code);
        return code != ExitCode.Done ? code
            : _effects.Failures.Count > 0 ? ExitCode.Refused
            : _counts.NotChecked > 0 ? ExitCode.NotDecided
            : ExitCode.Done;
    }

    private void Print(TrialOutcome outcome)
    {
        if (!json)
        {
            _text.Write(outcome);
            return;
        }

        var name = outcome.Draft?.Name ?? string.Empty;
        Entry(outcome.Reply ?? new TryReply { FileName = name, ReasonText = outcome.Problem ?? string.Empty });
    }

    private int Stop(TrialOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            return session.Fail(failure);
        }

        var reply = outcome.Reply ?? new TryReply();
        if (json)
        {
            Entry(reply);
        }
        else
        {
            new ProblemText(session.Lines, folder).Write(reply.Problems);
        }

        return ExitCode.Refused;
    }

    private void End(int left, int code)
    {
        if (json)
        {
            session.Terminal.Output.Write((_before is "[\n" ? _before : string.Empty) + "\n]\n");
        }
        else if (_counts.All > 0)
        {
            _text.Write(_counts, left);
            _text.Write(_effects);
        }

        if (code == ExitCode.Interrupted)
        {
            session.Terminal.Error.WriteLine(CliTexts.Stopped(_counts.All, left));
        }
    }

    private void Entry(TryReply reply)
    {
        session.Terminal.Output.Write(_before + ProtoJson.Of(reply));
        _before = ",\n";
    }
}
