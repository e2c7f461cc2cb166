using System.CommandLine;
using Validation.Cli.Commands;
using Validation.Client.Connection;
using Validation.Client.Settings;

namespace Validation.Cli.Keys;

/// <summary>`validate keys store` and `validate keys forget`: keep a key on this machine, or remove it.</summary>
internal static class StoreKeyCommand
{
    /// <summary>The command that stores a key.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new DescribedCommand("store", KeyTexts.KeysStoreDescription)
        {
            Examples = ["validate keys store --server https://10.0.0.8:5081", "validate keys store < 密钥文件"],
            ExitCodes = CliTexts.RuleExitCodes,
        };
        return WithServer(command, terminal, async (server, settings) =>
        {
            if (await ReadAsync(terminal) is not { } text)
            {
                return (KeyTexts.NoKeyGiven, false);
            }

            if (!ServerKey.TryRead(text, out var key, out var problem))
            {
                return (problem, false);
            }

            return StoredKey.TryStore(server.Address, key, settings, out var place)
                ? (KeyTexts.KeyStored(server.Address, place), true)
                : (KeyTexts.KeyNotStored, false);
        });
    }

    /// <summary>Creates the command <c>validate keys forget</c>.</summary>
    public static Command CreateForget(Terminal terminal)
    {
        var command = new DescribedCommand("forget", KeyTexts.KeysForgetDescription)
        {
            Examples = ["validate keys forget --server https://10.0.0.8:5081"], ExitCodes = CliTexts.RuleExitCodes,
        };
        return WithServer(command, terminal, (server, settings) => Task.FromResult(
            StoredKey.TryForget(server.Address, settings) ? (KeyTexts.KeyForgotten, true) : (KeyTexts.KeyNotForgotten, false)));
    }

    private static DescribedCommand WithServer(
        DescribedCommand command, Terminal terminal, Func<Server, SettingsSources, Task<(string Sentence, bool Done)>> run)
    {
        var options = new ServerArguments { MayLackSettings = true };
        options.AddTo(command);
        command.SetAction(async (result, _) =>
        {
            if (!options.TryGet(result, terminal, out var server, out var problem)
                || !options.TryGetSources(result, terminal, out var sources, out problem))
            {
                await terminal.Error.WriteLineAsync(problem);
                return ExitCode.NotRun;
            }

            // What the command line says is no reason not to write the file.
            var (sentence, done) = await run(server, sources with { Overrides = [], Key = null });
            await (done ? terminal.Output : terminal.Error).WriteLineAsync(sentence);
            return done ? ExitCode.Done : ExitCode.NotRun;
        });
        return command;
    }

    private static async Task<string?> ReadAsync(Terminal terminal)
    {
        if (terminal.Interactive)
        {
            await terminal.Error.WriteAsync(KeyTexts.KeyPrompt);
            return terminal.ReadSecret();
        }

        await using var input = terminal.Input();
        using var reader = new StreamReader(input);
        return await reader.ReadLineAsync();
    }
}
