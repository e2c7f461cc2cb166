using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Validation.Client.Connection;
using Validation.Client.Settings;

namespace Validation.Cli.Commands;

/// <summary>The options that say where the server is and whose certificates it may show, the same for every command. What is not written
/// comes from the settings, in the order that <see cref="SettingsSources"/> explains.</summary>
internal sealed class ServerArguments
{
    private readonly Option<string?> _address = new("--server", "-s")
    {
        Description = CommandTexts.ServerDescription, HelpName = CommandTexts.ServerName,
    };

    private readonly Option<string?> _authority =
        new("--ca") { Description = CommandTexts.AuthorityDescription, HelpName = CliTexts.FileName };

    private readonly Option<string?> _keyFile =
        new("--key-file") { Description = CommandTexts.KeyFileDescription, HelpName = CliTexts.FileName };

    private readonly Option<string?> _settings =
        new("--settings") { Description = CliTexts.SettingsDescription, HelpName = CliTexts.FileName };

    public ServerArguments()
    {
        _address.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value is { Length: > 0 } text
                && !ServerAddress.TryParse(text, out _, out var problem))
            {
                result.AddError(problem);
            }
        });
    }

    /// <summary>Whether the settings file that is named need not be there: the command writes it, or looks for it as long as it runs.
    /// </summary>
    public bool MayLackSettings { get; init; }

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_address);
        command.Options.Add(_authority);
        command.Options.Add(_keyFile);
        command.Options.Add(_settings);
    }

    /// <summary>Whether the command line names the server.</summary>
    public bool NamesServer(ParseResult result) => result.GetValue(_address) is not null;

    /// <summary>Where the settings come from, with what the command line says.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="terminal">Whose settings they are.</param>
    /// <param name="sources">The sources; null: they cannot be used.</param>
    /// <param name="problem">Why not, one sentence; null when they can.</param>
    public bool TryGetSources(
        ParseResult result, Terminal terminal, [NotNullWhen(true)] out SettingsSources? sources, [NotNullWhen(false)] out string? problem)
    {
        sources = null;
        var file = result.GetValue(_settings);
        if (file is not null && !MayLackSettings && !File.Exists(file))
        {
            problem = CommandTexts.NoSettings(file);
            return false;
        }

        var key = TryKey(result, out problem);
        if (problem is not null)
        {
            return false;
        }

        sources = terminal.Sources with
        {
            FilePath = file is null ? terminal.Sources.FilePath : Path.GetFullPath(file),
            Overrides = [.. Written(SettingNames.Server, _address, result), .. Written(SettingNames.Authority, _authority, result)],
            Key = key,
        };
        return true;
    }

    /// <summary>The server that the command line or the settings name. What is wrong in the settings is told beside it.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="terminal">Whose settings they are, and who is told.</param>
    /// <param name="server">The server; null: there is none that may be asked.</param>
    /// <param name="problem">Why not, one sentence; null when there is one.</param>
    public bool TryGet(
        ParseResult result, Terminal terminal, [NotNullWhen(true)] out Server? server, [NotNullWhen(false)] out string? problem)
    {
        server = null;
        if (!TryGetSources(result, terminal, out var sources, out problem))
        {
            return false;
        }

        using var file = SettingsFile.Open(sources, terminal.Time);
        var refusal = file.Refusal;
        problem = refusal;
        foreach (var other in file.Problems.Where(other => refusal is null || !other.EndsWith(refusal, StringComparison.Ordinal)))
        {
            terminal.Error.WriteLine(other);
        }

        server = problem is null ? new Server(file.Current.Server, file.Current.Trust, file.Current.Key) : null;
        return problem is null;
    }

    private static IEnumerable<(string Name, string Value)> Written(string name, Option<string?> option, ParseResult result) =>
        result.GetValue(option) is { } value && !string.IsNullOrWhiteSpace(value) ? [(name, value)] : [];

    /// <summary>The key of the file that was named, or of the session. Where there is neither, the settings have one, or none.</summary>
    private ServerKey? TryKey(ParseResult result, out string? problem)
    {
        (ServerKey? key, problem) = (null, null);
        if (result.GetValue(_keyFile) is { Length: > 0 } file)
        {
            ServerKey.TryReadFile(file, out key, out problem);
        }
        else if (ServerKey.OfEnvironment() is { } ofSession && !string.IsNullOrWhiteSpace(ofSession))
        {
            ServerKey.TryRead(ofSession, out key, out problem);
        }

        return key;
    }
}

/// <summary>A server that may be asked.</summary>
/// <param name="Address">Where it answers.</param>
/// <param name="Trust">Whose certificates it may show.</param>
/// <param name="Key">The key that it is shown; null: none.</param>
internal sealed record Server(ServerAddress Address, ServerTrust Trust, ServerKey? Key = null);
