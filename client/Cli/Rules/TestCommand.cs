using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Cli.Rules.Local;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules test`: runs the tests of rules. Asks no server unless one is named.</summary>
internal static class TestCommand
{
    /// <summary>Creates the command <c>validate rules test</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var look = new LocalLook();
        var all = new Option<bool>("--all") { Description = RuleTexts.TestAllDescription };
        var command = new RuleCommand(
            "test", RuleTexts.TestDescription, "validate rules test 规则", "validate rules test 规则/热线.yaml --rule local-hotline",
            "validate rules test 规则 --all")
        {
            all,
        };
        look.AddTo(command);
        return command.Runs(terminal, (result, session, cancellationToken) => look.RunAsync(
            result,
            session,
            files => session.Connection.TestAsync(files, result.GetValue(all), cancellationToken),
            (rules, files, only) => rules.Test(files, result.GetValue(all), only, cancellationToken),
            (folder, reply) => Print(session, folder, reply),
            Code,
            cancellationToken));
    }

    private static int Code(TestReply reply) =>
        reply.Failures.Count > 0 || ProblemText.Refuse(reply.Problems) ? ExitCode.Refused : ExitCode.Done;

    private static void Print(RuleSession session, string folder, TestReply reply)
    {
        var text = new ProblemText(session.Lines, folder);
        text.Write(reply.Problems);
        text.Write(reply.Failures);
        text.Write(reply.Notices);
        session.Page.Paragraph(0, Words.None, ProblemSummary.Of(reply));
    }
}
