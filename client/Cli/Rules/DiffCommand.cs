using System.CommandLine;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules diff`: what would change, or did.</summary>
internal static class DiffCommand
{
    /// <summary>Creates the command <c>validate rules diff</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = RuleOptions.OptionalFolder();
        var from = RuleOptions.Version("--from", RuleTexts.FromDescription);
        var to = RuleOptions.Version("--to", RuleTexts.ToDescription);
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "diff", RuleTexts.DiffDescription, "validate rules diff 规则", "validate rules diff --from 2026.1+2 --to 2026.1+3")
        {
            folder, from, to, format,
        };
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            var path = result.GetValue(folder);
            var (older, newer) = (result.GetValue(from), result.GetValue(to));
            if ((path is null) == (newer is null))
            {
                return session.NotRun(RuleTexts.DiffOfWhat);
            }

            var request = new DiffRequest { FromVersion = older ?? string.Empty };
            if (path is null)
            {
                request.ToVersion = newer;
            }
            else if (await session.ReadFolderAsync(path, cancellationToken) is { } candidate)
            {
                request.Candidate = candidate;
            }
            else
            {
                return ExitCode.NotRun;
            }

            return await session.ShowAsync(
                session.Connection.DiffAsync(request, cancellationToken),
                result.IsJson(format),
                reply => Print(session, path, reply),
                Code);
        });
    }

    /// <summary>Prints a comparison: the problems of the rule files, else the rules that differ.</summary>
    public static void Print(RuleSession session, string? folder, DiffReply reply)
    {
        new ProblemText(session.Lines, folder).Write(reply.Problems);
        if (!ProblemText.Refuse(reply.Problems))
        {
            new DiffText(session.Page).Write(reply.Changes);
        }
    }

    /// <summary>The exit code of a comparison: what differs is no fault.</summary>
    public static int Code(DiffReply reply) => ProblemText.Refuse(reply.Problems) ? ExitCode.Refused : ExitCode.Done;
}
