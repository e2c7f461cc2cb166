using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Cli.Rules.Local;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules lint`: compiles rule files and prints their problems. Asks no server unless one is named.</summary>
internal static class LintCommand
{
    /// <summary>Creates the command <c>validate rules lint</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var look = new LocalLook();
        var command = new RuleCommand(
            "lint", RuleTexts.LintDescription, "validate rules lint 规则", "validate rules lint 规则/热线.yaml --rule local-hotline",
            "validate rules lint 规则 --format json", "validate rules lint 规则 --server https://校验.某市.gov.cn:5081");
        look.AddTo(command);
        return command.Runs(terminal, (result, session, cancellationToken) => look.RunAsync(
            result,
            session,
            files => session.Connection.LintAsync(files, cancellationToken),
            (rules, files, only) => rules.Lint(files, only),
            (folder, reply) => Print(session, folder, reply),
            reply => ProblemText.Refuse(reply.Problems) ? ExitCode.Refused : ExitCode.Done,
            cancellationToken));
    }

    private static void Print(RuleSession session, string folder, LintReply reply)
    {
        new ProblemText(session.Lines, folder).Write(reply.Problems);
        session.Page.Paragraph(0, Words.None, ProblemSummary.Of(reply));
    }
}
