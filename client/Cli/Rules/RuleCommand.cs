using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Validation.Cli.Commands;
using Validation.Client.Connection;

namespace Validation.Cli.Rules;

/// <summary>A command of `validate rules`: knows where the server is and which key opens it, and shows examples in its help.</summary>
internal sealed class RuleCommand : DescribedCommand
{
    private readonly ServerArguments _server = new();
    private readonly Option<string?> _key = new("--key") { Description = RuleTexts.KeyDescription, HelpName = RuleTexts.KeyName };

    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does, one sentence.</param>
    /// <param name="examples">Command lines that work.</param>
    [SetsRequiredMembers]
    public RuleCommand(string name, string description, params IReadOnlyList<string> examples)
        : base(name, description)
    {
        Examples = examples;
        ExitCodes = CliTexts.RuleExitCodes;
    }

    /// <summary>Sets what the command does, once its own arguments and options are added.</summary>
    public RuleCommand Runs(Terminal terminal, Func<ParseResult, RuleSession, CancellationToken, Task<int>> run)
    {
        _server.AddTo(this);
        Options.Add(_key);
        SetAction(async (result, cancellationToken) =>
        {
            if (!_server.TryGet(result, terminal, out var server, out var problem))
            {
                await terminal.Error.WriteLineAsync(problem);
                return ExitCode.NotRun;
            }

            var options = new ConnectionOptions { Trust = server.Trust, Key = server.Key };
            using var connection = new RuleConnection(server.Address, result.GetValue(_key), options);
            return await run(result, new RuleSession(terminal, connection, _server.NamesServer(result)), cancellationToken);
        });
        return this;
    }
}
