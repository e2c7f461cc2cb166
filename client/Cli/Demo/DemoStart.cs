using Spectre.Console;
using Validation.Client.Connection;

namespace Validation.Cli.Demo;

/// <summary>Sees to it that a server answers: uses one that does, else starts one.</summary>
/// <param name="terminal">Where it says what it does.</param>
/// <param name="time">The clock.</param>
internal sealed class DemoStart(Terminal terminal, TimeProvider time)
{
    // Where nobody listens the answer comes at once; a machine under load needs its time.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(15);

    // The first start builds the server.
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(5);

    /// <summary>Whether a server answers now.</summary>
    public bool Answers { get; private set; }

    /// <summary>Finds or starts a server.</summary>
    /// <param name="connection">The way to the server.</param>
    /// <param name="folder">Where a started server keeps what it prints and its data.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The server that was started, also when it does not answer; null: none was.</returns>
    public async Task<ServerProcess?> RunAsync(ValidationConnection connection, DemoFolder folder, CancellationToken cancellationToken)
    {
        Answers = await connection.AnswersAsync(AnswerTime, cancellationToken);
        if (Answers)
        {
            await terminal.Output.WriteLineAsync(DemoTexts.DemoServerFound(connection.Address));
            return null;
        }

        var program = connection.Address.IsLocal ? ServerProgram.Find(connection.Address, folder.ServerData) : null;
        if (program is null || ServerProcess.Start(program, folder.ServerLog) is not { } server)
        {
            await terminal.Error.WriteLineAsync(
                connection.Address.IsLocal ? DemoTexts.DemoNoProgram : DemoTexts.DemoNotLocal(connection.Address));
            return null;
        }

        try
        {
            Answers = await WaitAsync(server, connection, cancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        await ReportAsync(server, connection.Address);
        return server;
    }

    private async Task ReportAsync(ServerProcess server, ServerAddress address)
    {
        if (Answers)
        {
            await terminal.Output.WriteLineAsync(DemoTexts.DemoServerStarted(address));
            return;
        }

        await terminal.Error.WriteLineAsync(DemoTexts.DemoServerFailed);
        foreach (var line in server.LastLines)
        {
            await terminal.Error.WriteLineAsync("  " + line);
        }
    }

    private async Task<bool> WaitAsync(ServerProcess server, ValidationConnection connection, CancellationToken cancellationToken)
    {
        if (!terminal.Progress)
        {
            await terminal.Output.WriteLineAsync(DemoTexts.DemoStarting);
            return await server.WaitUntilAnsweringAsync(connection, StartTime, time, cancellationToken);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Drawing) });
        return await console.Status().StartAsync(
            DemoTexts.DemoStarting, _ => server.WaitUntilAnsweringAsync(connection, StartTime, time, cancellationToken));
    }
}
