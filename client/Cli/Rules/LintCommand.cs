using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules lint`: do the files compile?</summary>
internal static class LintCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = RuleOptions.Folder();
        var format = RuleOptions.Format();
        var command = new RuleCommand("lint", Texts.LintDescription, "validate rules lint 规则", "validate rules lint 规则 --format json")
        {
            folder, format,
        };
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            var path = result.GetRequiredValue(folder);
            return await session.ReadFolderAsync(path, cancellationToken) is not { } candidate
                ? ExitCode.NotRun
                : await session.ShowAsync(
                    session.Connection.LintAsync(candidate, cancellationToken),
                    result.IsJson(format),
                    reply => Print(session, path, reply),
                    reply => ProblemText.Refuse(reply.Problems) ? ExitCode.Refused : ExitCode.Done);
        });
    }

    private static void Print(RuleSession session, string folder, LintReply reply)
    {
        new ProblemText(session.Lines, folder).Write(reply.Problems);
        session.Page.Paragraph(0, Words.None, ProblemSummary.Of(reply));
    }
}
