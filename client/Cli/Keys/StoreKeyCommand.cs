using System.CommandLine;
using Validation.Cli.Commands;
using Validation.Client;

namespace Validation.Cli.Keys;

/// <summary>`validate keys store` and `forget`: the key on this machine.</summary>
internal static class StoreKeyCommand
{
    /// <summary>The command that stores a key.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new DescribedCommand("store", Texts.KeysStoreDescription)
        {
            Examples = ["validate keys store --server https://10.0.0.8:5081", "validate keys store < 密钥文件"],
            ExitCodes = Texts.RuleExitCodes,
        };
        return WithServer(command, terminal, async (server, settings) =>
        {
            if (await ReadAsync(terminal) is not { } text)
            {
                return (Texts.NoKeyGiven, false);
            }

            if (!ServerKey.TryRead(text, out var key, out var problem))
            {
                return (problem, false);
            }

            return StoredKey.TryStore(server.Address, key, settings, out var place)
                ? (Texts.KeyStored(server.Address, place), true)
                : (Texts.KeyNotStored, false);
        });
    }

    /// <summary>The command that forgets it.</summary>
    public static Command CreateForget(Terminal terminal)
    {
        var command = new DescribedCommand("forget", Texts.KeysForgetDescription)
        {
            Examples = ["validate keys forget --server https://10.0.0.8:5081"], ExitCodes = Texts.RuleExitCodes,
        };
        return WithServer(command, terminal, (server, settings) => Task.FromResult(
            StoredKey.TryForget(server.Address, settings) ? (Texts.KeyForgotten, true) : (Texts.KeyNotForgotten, false)));
    }

    private static DescribedCommand WithServer(
        DescribedCommand command, Terminal terminal, Func<Server, SettingsSources, Task<(string Sentence, bool Done)>> run)
    {
        var options = new ServerOptions();
        var file = new Option<string?>("--settings") { Description = Texts.SettingsDescription, HelpName = Texts.FileName };
        options.AddTo(command);
        command.Options.Add(file);
        command.SetAction(async (result, _) =>
        {
            if (!options.TryGet(result, out var server, out var problem))
            {
                await terminal.Error.WriteLineAsync(problem);
                return ExitCode.NotRun;
            }

            var sources = ServerOptions.Sources;
            var (sentence, done) = await run(server, sources with { FilePath = result.GetValue(file) ?? sources.FilePath });
            await (done ? terminal.Output : terminal.Error).WriteLineAsync(sentence);
            return done ? ExitCode.Done : ExitCode.NotRun;
        });
        return command;
    }

    private static async Task<string?> ReadAsync(Terminal terminal)
    {
        if (terminal.Interactive)
        {
            await terminal.Error.WriteAsync(Texts.KeyPrompt);
            return terminal.ReadSecret();
        }

        await using var input = terminal.Input();
        using var reader = new StreamReader(input);
        return await reader.ReadLineAsync();
    }
}
