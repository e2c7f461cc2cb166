using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Validation.Client;

namespace Validation.Cli.Commands;

/// <summary>The options that say where the server is and whose certificates it may show, the same for every command.</summary>
internal sealed class ServerOptions
{
    private readonly Option<string?> _address = new("--server", "-s")
    {
        Description = Texts.ServerDescription, HelpName = Texts.ServerName,
    };

    private readonly Option<string?> _authority = new("--ca") { Description = Texts.AuthorityDescription, HelpName = Texts.FileName };

    private readonly Option<string?> _keyFile = new("--key-file") { Description = Texts.KeyFileDescription, HelpName = Texts.FileName };

    public ServerOptions()
    {
        _address.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !ServerAddress.TryResolve(result.Tokens[0].Value, out _, out var problem))
            {
                result.AddError(problem);
            }
        });
    }

    /// <summary>Where the user's settings come from.</summary>
    public static SettingsSources Sources { get; } = new(SettingsSources.UserFile, SettingsSources.MachinePolicy, []);

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_address);
        command.Options.Add(_authority);
        command.Options.Add(_keyFile);
    }

    /// <summary>What was written, for a command that has other sources too; null where nothing was.</summary>
    public (string? Address, string? Authority, string? KeyFile) Written(ParseResult result) =>
        (result.GetValue(_address), result.GetValue(_authority), result.GetValue(_keyFile));

    /// <summary>The server that was chosen, on the command line or by the environment.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="server">The server; null: there is none that may be asked.</param>
    /// <param name="problem">Why not, one sentence; null when there is one.</param>
    public bool TryGet(ParseResult result, [NotNullWhen(true)] out Server? server, [NotNullWhen(false)] out string? problem)
    {
        server = null;
        if (ServerAddress.TryResolve(result.GetValue(_address), out var address, out problem)
            && ServerTrust.TryResolve(result.GetValue(_authority), out var trust, out problem))
        {
            problem = trust.ProblemWith(address);
            if (problem is null && TryKey(result, address, out var key, out problem))
            {
                server = new Server(address, trust, key);
            }
        }

        return problem is null;
    }

    /// <summary>The key: of the file that was named, of the session, or the one that was stored for the server.</summary>
    private bool TryKey(ParseResult result, ServerAddress address, out ServerKey? key, [NotNullWhen(false)] out string? problem)
    {
        (key, problem) = (null, null);
        if (result.GetValue(_keyFile) is { Length: > 0 } file)
        {
            return ServerKey.TryReadFile(file, out key, out problem);
        }

        if (ServerKey.OfEnvironment() is { Length: > 0 } ofSession)
        {
            return ServerKey.TryRead(ofSession, out key, out problem);
        }

        key = StoredKey.For(address, Sources);
        return true;
    }
}

/// <summary>A server that may be asked.</summary>
/// <param name="Address">Where it answers.</param>
/// <param name="Trust">Whose certificates it may show.</param>
/// <param name="Key">The key that it is shown; null: none.</param>
internal sealed record Server(ServerAddress Address, ServerTrust Trust, ServerKey? Key = null);
