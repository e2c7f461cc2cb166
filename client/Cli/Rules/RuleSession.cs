using Google.Protobuf;
using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>The parts that every command about rules needs: server, terminal, and messages for failures.</summary>
/// <param name="terminal">Where it prints.</param>
/// <param name="connection">The server.</param>
/// <param name="hasServer">The command line names it.</param>
internal sealed class RuleSession(Terminal terminal, RuleConnection connection, bool hasServer)
{
    /// <summary>Whether the command line names the server: commands that can do without one then ask it.</summary>
    public bool HasServer => hasServer;

    /// <summary>The terminal that the command prints to.</summary>
    public Terminal Terminal => terminal;

    /// <summary>The connection to the server's rules.</summary>
    public RuleConnection Connection => connection;

    /// <summary>Prints results, with lines broken at the terminal's width.</summary>
    public PageWriter Page { get; } = new(terminal.Output, terminal.Columns, terminal.Colours);

    /// <summary>Results that programs look at line by line, not wrapped.</summary>
    public PageWriter Lines { get; } = new(terminal.Output, columns: null, terminal.Colours);

    /// <summary>Reads a folder of rules.</summary>
    /// <returns>Null: it cannot be read, which was said.</returns>
    public async Task<RuleOverlay?> ReadFolderAsync(string folder, CancellationToken cancellationToken)
    {
        var content = await RuleFolder.ReadAsync(folder, cancellationToken);
        if (content.Problem is not null)
        {
            await terminal.Error.WriteLineAsync(content.Problem);
        }

        return content.Overlay;
    }

    /// <summary>Says why there is no reply.</summary>
    /// <returns>The exit code.</returns>
    public int Fail(RuleCallFailure failure)
    {
        terminal.Error.WriteLine(failure.Kind switch
        {
            RuleFailureKind.ServerUnreachable => CliTexts.NoServer(failure.Message),
            RuleFailureKind.ServerUntrusted => CliTexts.UntrustedServer(failure.Message),
            RuleFailureKind.KeyRefused when !failure.Message.Contains(ServerKey.EnvironmentVariable, StringComparison.Ordinal) =>
                failure.Message + RuleTexts.HowToGiveTheKey,
            _ => failure.Message,
        });
        return failure.Kind switch
        {
            RuleFailureKind.KeyRefused or RuleFailureKind.Conflict or RuleFailureKind.NotFound or RuleFailureKind.Refused =>
                ExitCode.Refused,
            _ => ExitCode.NotRun,
        };
    }

    /// <summary>Who does something: the name that was written, else that of the user, which is then said.</summary>
    /// <returns>Null: neither is there.</returns>
    public string? Author(string? written)
    {
        if (written is not null)
        {
            return written.Trim();
        }

        var name = Environment.UserName;
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        terminal.Error.WriteLine(RuleTexts.AuthorTaken(name));
        return name;
    }

    /// <summary>Asks the user on the error output, and reads a line.</summary>
    /// <returns>True: the user agrees.</returns>
    public async Task<bool> AgreesAsync(string question, CancellationToken cancellationToken)
    {
        await terminal.Error.WriteAsync(question);
        using var input = new StreamReader(terminal.Input());
        var answer = await input.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES" or "是";
    }

    /// <summary>Says in one sentence why nothing was done.</summary>
    /// <returns>The exit code.</returns>
    public int NotRun(string sentence)
    {
        terminal.Error.WriteLine(sentence);
        return ExitCode.NotRun;
    }

    /// <summary>Prints a reply for programs.</summary>
    public void Json(IMessage message) => terminal.Output.Write(ProtoJson.Of(message) + "\n");

    /// <summary>Asks the server and prints the reply in one format or the other.</summary>
    /// <param name="call">The call.</param>
    /// <param name="json">Whether programs read it.</param>
    /// <param name="print">Prints it for people.</param>
    /// <param name="code">The exit code for the reply.</param>
    public async Task<int> ShowAsync<T>(Task<RuleOutcome<T>> call, bool json, Action<T> print, Func<T, int> code)
        where T : class, IMessage<T>
    {
        if (!(await call).TryGet(out var reply, out var failure))
        {
            return Fail(failure);
        }

        return Show(reply, json, print, code);
    }

    /// <summary>Prints a reply in one format or the other.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="json">Whether programs read it.</param>
    /// <param name="print">Prints it for people.</param>
    /// <param name="code">The exit code for the reply.</param>
    public int Show<T>(T reply, bool json, Action<T> print, Func<T, int> code)
        where T : class, IMessage<T>
    {
        if (json)
        {
            Json(reply);
        }
        else
        {
            print(reply);
        }

        return code(reply);
    }
}
