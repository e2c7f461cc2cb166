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

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_address);
        command.Options.Add(_authority);
    }

    /// <summary>What was written, for a command that has other sources too; null where nothing was.</summary>
    public (string? Address, string? Authority) Written(ParseResult result) => (result.GetValue(_address), result.GetValue(_authority));

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
            server = problem is null ? new Server(address, trust) : null;
        }

        return problem is null;
    }
}

/// <summary>A server that may be asked.</summary>
/// <param name="Address">Where it answers.</param>
/// <param name="Trust">Whose certificates it may show.</param>
internal sealed record Server(ServerAddress Address, ServerTrust Trust);
