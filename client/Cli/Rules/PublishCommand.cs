using System.CommandLine;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules publish`: puts a folder of rules in force for everybody.</summary>
internal static class PublishCommand
{
    /// <summary>Creates the command <c>validate rules publish</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = RuleOptions.OptionalFolder();
        var empty = new Option<bool>("--empty") { Description = RuleTexts.EmptyDescription };
        var force = new Option<bool>("--force") { Description = RuleTexts.ForceDescription };
        var terms = new ChangeTerms();
        var command = new RuleCommand(
            "publish",
            RuleTexts.PublishDescription,
            "validate rules publish 规则 --author 张三 --reason 增加本市的规则",
            "validate rules publish 规则 --author 张三 --reason 修正提示 --expect 2026.1+3",
            "validate rules publish --empty --author 张三 --reason 只用全国规则")
        {
            folder, empty, force,
        };
        terms.AddTo(command);
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            var path = result.GetValue(folder);
            if ((path is null) != result.GetValue(empty))
            {
                return session.NotRun(RuleTexts.PublishWhat);
            }

            var candidate = path is null ? new RuleOverlay() : await session.ReadFolderAsync(path, cancellationToken);
            if (candidate is null)
            {
                return ExitCode.NotRun;
            }

            var change = new RuleSetChange
            {
                Folder = path,
                Diff = expected => new DiffRequest { FromVersion = expected, Candidate = candidate },
                Send = (expected, author, reason) => session.Connection.PublishAsync(
                    new PublishRequest
                    {
                        Candidate = candidate, ExpectedVersion = expected, Author = author, Reason = reason, Empty = path is null,
                        Force = result.GetValue(force),
                    },
                    cancellationToken),
            };
            return await new ChangeRun(session, terms, result).RunAsync(change, cancellationToken);
        });
    }
}
