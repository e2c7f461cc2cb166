using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules test`: do the rules find what their tests say?</summary>
internal static class TestCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = RuleOptions.Folder();
        var format = RuleOptions.Format();
        var all = new Option<bool>("--all") { Description = Texts.TestAllDescription };
        var command = new RuleCommand("test", Texts.TestDescription, "validate rules test 规则", "validate rules test 规则 --all")
        {
            folder, all, format,
        };
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            var path = result.GetRequiredValue(folder);
            return await session.ReadFolderAsync(path, cancellationToken) is not { } candidate
                ? ExitCode.NotRun
                : await session.ShowAsync(
                    session.Connection.TestAsync(candidate, result.GetValue(all), cancellationToken),
                    result.IsJson(format),
                    reply => Print(session, path, reply),
                    Code);
        });
    }

    private static int Code(TestReply reply) =>
        reply.Failures.Count > 0 || ProblemText.Refuse(reply.Problems) ? ExitCode.Refused : ExitCode.Done;

    private static void Print(RuleSession session, string folder, TestReply reply)
    {
        var text = new ProblemText(session.Lines, folder);
        text.Write(reply.Problems);
        text.Write(reply.Failures);
        session.Page.Paragraph(0, Words.None, ProblemSummary.Of(reply));
    }
}
