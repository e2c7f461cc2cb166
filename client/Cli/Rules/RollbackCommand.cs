using System.CommandLine;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules rollback`: puts an earlier version in force again.</summary>
internal static class RollbackCommand
{
    /// <summary>Creates the command <c>validate rules rollback</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var version = new Argument<string>(RuleTexts.VersionName) { Description = RuleTexts.RollbackVersionDescription };
        var terms = new ChangeTerms();
        var command = new RuleCommand(
            "rollback", RuleTexts.RollbackDescription, "validate rules rollback 2026.1+2 --author 张三 --reason 误报太多")
        {
            version,
        };
        terms.AddTo(command);
        return command.Runs(terminal, (result, session, cancellationToken) =>
        {
            var to = result.GetRequiredValue(version);
            var change = new RuleSetChange
            {
                Diff = expected => new DiffRequest { FromVersion = expected, ToVersion = to },
                Send = (expected, author, reason) => session.Connection.RollbackAsync(
                    new RollbackRequest { Version = to, ExpectedVersion = expected, Author = author, Reason = reason },
                    cancellationToken),
            };
            return new ChangeRun(session, terms, result).RunAsync(change, cancellationToken);
        });
    }
}
