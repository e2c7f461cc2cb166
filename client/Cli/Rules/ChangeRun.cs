using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Changes the rules in force: shows what would change, asks, makes the change, and prints the result.</summary>
/// <param name="session">The server and the terminal.</param>
/// <param name="terms">The options.</param>
/// <param name="result">Their values.</param>
internal sealed class ChangeRun(RuleSession session, ChangeTerms terms, ParseResult result)
{
    /// <summary>Runs the change. A version that the user named needs no question: another one in force stops it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(RuleSetChange change, CancellationToken cancellationToken)
    {
        if (result.GetValue(terms.Expect) is { Length: > 0 } named)
        {
            return await SendAsync(change, named);
        }

        if (!result.GetValue(terms.Yes) && !session.Terminal.Interactive)
        {
            return session.NotRun(RuleTexts.NobodyToAsk);
        }

        if (!(await session.Connection.GetStatusAsync(cancellationToken)).TryGet(out var status, out var failure))
        {
            return session.Fail(failure);
        }

        var outcome = await session.Connection.DiffAsync(change.Diff(status.Version), cancellationToken);
        if (!outcome.TryGet(out var diff, out failure))
        {
            return session.Fail(failure);
        }

        if (!IsJson || DiffCommand.Code(diff) is not ExitCode.Done)
        {
            _ = session.Show(diff, IsJson, reply => DiffCommand.Print(session, change.Folder, reply), DiffCommand.Code);
        }

        if (DiffCommand.Code(diff) is not ExitCode.Done and var refused)
        {
            await session.Terminal.Error.WriteLineAsync(RuleTexts.NotPublished);
            return refused;
        }

        var question = RuleTexts.AskToPublish(status.Version, session.Connection.Address);
        if (!result.GetValue(terms.Yes) && !await session.AgreesAsync(question, cancellationToken))
        {
            await session.Terminal.Error.WriteLineAsync(RuleTexts.NotPublished);
            return ExitCode.Refused;
        }

        return await SendAsync(change, status.Version);
    }

    private bool IsJson => result.IsJson(terms.Format);

    private async Task<int> SendAsync(RuleSetChange change, string expected)
    {
        if (session.Author(result.GetValue(terms.Author)) is not { } author)
        {
            return session.NotRun(RuleTexts.NoAuthor);
        }

        var outcome = await change.Send(expected, author, result.GetRequiredValue(terms.Reason)!);
        if (!outcome.TryGet(out var reply, out var failure))
        {
            var code = session.Fail(failure);
            if (failure.Kind == RuleFailureKind.Conflict && !await IsInForceAsync(expected))
            {
                await session.Terminal.Error.WriteLineAsync(RuleTexts.AfterConflict);
            }

            return code;
        }

        return session.Show(reply, IsJson, answer => Print(change, answer), Code);
    }

    // Another version came into force meanwhile; the change has to be made on that one.
    private async Task<bool> IsInForceAsync(string version) =>
        (await session.Connection.GetStatusAsync(CancellationToken.None)).Reply?.Version == version;

    private static int Code(PublishReply reply) =>
        reply.Publication is null && reply.Proposed is null && !reply.Unchanged ? ExitCode.Refused : ExitCode.Done;

    private void Print(RuleSetChange change, PublishReply reply)
    {
        var problems = new ProblemText(session.Lines, change.Folder);
        problems.Write(reply.Problems);
        problems.Write(reply.Failures);
        if (reply.Proposed is not null)
        {
            session.Page.Paragraph(0, Words.None, new Words(RuleTexts.Proposed, Ink.Strong));
            return;
        }

        if (reply.Publication is not { } publication)
        {
            session.Terminal.Error.WriteLine(reply.Unchanged ? RuleTexts.NothingToPublish : RuleTexts.NotPublished);
            return;
        }

        session.Page.Paragraph(0, Words.None, new Words(RuleTexts.Published(publication), Ink.Good));
    }
}
