using Validation.Cli.Rendering;
using Validation.Client;

namespace Validation.Cli.Commands;

/// <summary>One run of `validate check`: reads the drafts, has them checked, prints the outcomes in the order given.</summary>
/// <param name="terminal">Where it prints.</param>
/// <param name="renderer">How it prints.</param>
/// <param name="timeout">How long each draft may take.</param>
internal sealed class CheckRun(Terminal terminal, IRenderer renderer, TimeSpan timeout)
{
    private const string StandardInput = "-";

    /// <summary>Checks the files.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> files, string? server, CancellationToken cancellationToken)
    {
        if (!ServerAddress.TryResolve(server, out var address, out var problem))
        {
            await terminal.Error.WriteLineAsync(problem);
            return ExitCode.NotRun;
        }

        using var connection = new ValidationConnection(address, new ConnectionOptions { Timeout = timeout });
        var drafts = await DraftsAsync(files, cancellationToken);
        var outcomes = await CheckProgress.ShowAsync(terminal, drafts, connection, cancellationToken);
        await PrintAsync(outcomes);
        return ExitCode.Of(outcomes);
    }

    /// <summary>Without a server a clerk gets one sentence, not one for each draft; a program gets its complete answer.</summary>
    private async Task PrintAsync(IReadOnlyList<CheckOutcome> outcomes)
    {
        var unreachable = outcomes.FirstOrDefault(outcome => outcome.Failure?.Kind == FailureKind.ServerUnreachable)?.Failure;
        var nobodyAnswered = unreachable is not null && outcomes.All(outcome => outcome.Reply is null);
        if (!nobodyAnswered || renderer is not TextRenderer)
        {
            renderer.Render(outcomes, terminal.Output);
        }

        if (nobodyAnswered)
        {
            await terminal.Error.WriteLineAsync(Texts.NoServer(unreachable!.Message));
        }
    }

    private async Task<IReadOnlyList<Draft>> DraftsAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var drafts = new List<Draft>(files.Count);
        foreach (var file in files)
        {
            var isInput = string.Equals(file, StandardInput, StringComparison.Ordinal);
            drafts.Add(isInput ? await ReadInputAsync(cancellationToken) : Draft.FromFile(file));
        }

        return drafts;
    }

    private async Task<Draft> ReadInputAsync(CancellationToken cancellationToken)
    {
        await using var input = terminal.Input();
        using var content = new MemoryStream();
        await input.CopyToAsync(content, cancellationToken);
        return Draft.FromBytes(Texts.StandardInput, content.GetBuffer().AsMemory(0, (int)content.Length));
    }
}
