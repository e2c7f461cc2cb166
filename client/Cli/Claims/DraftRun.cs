using Validation.Cli.Commands;
using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.Client.Drafts;

namespace Validation.Cli.Claims;

/// <summary>One run of `validate claims` on drafts.</summary>
/// <param name="terminal">Where it prints.</param>
/// <param name="connection">The server.</param>
internal sealed class DraftRun(Terminal terminal, ValidationConnection connection)
{
    private CheckFailure? _unreachable;
    private int _answered;
    private bool _incomplete;

    /// <summary>Prints what the prose of each draft states, in the order given.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(DraftList list, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (await list.OfAsync(arguments, cancellationToken) is not { } drafts)
        {
            return ExitCode.NotRun;
        }

        await foreach (var outcome in connection.CheckInOrderAsync(drafts, cancellationToken))
        {
            await PrintAsync(outcome, cancellationToken);
        }

        if (_unreachable is not null && _answered == 0)
        {
            await terminal.Error.WriteLineAsync(ServerTrouble.Sentence(_unreachable));
            return ExitCode.NotRun;
        }

        return _incomplete ? ExitCode.NotDecided : ExitCode.Done;
    }

    private async Task PrintAsync(CheckOutcome outcome, CancellationToken cancellationToken)
    {
        _answered += outcome.Reply is null ? 0 : 1;
        if (outcome.Failure is { Kind: FailureKind.ServerUnreachable or FailureKind.ServerUntrusted or FailureKind.WrongServer
            or FailureKind.KeyRefused } failure)
        {
            _unreachable ??= failure;
        }

        _incomplete |= outcome.Reply?.Report is null;
        var file = outcome.Draft.FilePath ?? outcome.Draft.Name;
        var line = outcome.Reply?.Report is { } report
            ? ClaimJson.OfDraft(file, report)
            : ClaimJson.OfProblem(Problem(outcome), file);
        await terminal.Output.WriteAsync((line + "\n").AsMemory(), cancellationToken);
        await terminal.Output.FlushAsync(cancellationToken);
    }

    private static string Problem(CheckOutcome outcome) =>
        outcome.Failure?.Message ?? (outcome.Reply is { ReasonText.Length: > 0 } reply ? reply.ReasonText : ClaimTexts.NoReport);
}
