using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Client;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Changes the rules in force: shows what would change, asks, does it, says what came of it.</summary>
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
            return session.NotRun(Texts.NobodyToAsk);
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
            await session.Terminal.Error.WriteLineAsync(Texts.NotPublished);
            return refused;
        }

        if (!result.GetValue(terms.Yes) && !await AgreesAsync(status.Version, cancellationToken))
        {
            await session.Terminal.Error.WriteLineAsync(Texts.NotPublished);
            return ExitCode.Refused;
        }

        return await SendAsync(change, status.Version);
    }

    private bool IsJson => result.IsJson(terms.Format);

    private async Task<bool> AgreesAsync(string version, CancellationToken cancellationToken)
    {
        await session.Terminal.Error.WriteAsync(Texts.AskToPublish(version, session.Connection.Address));
        using var input = new StreamReader(session.Terminal.Input());
        var answer = await input.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES" or "是";
    }

    private async Task<int> SendAsync(RuleSetChange change, string expected)
    {
        if (Author() is not { } author)
        {
            return session.NotRun(Texts.NoAuthor);
        }

        var outcome = await change.Send(expected, author, result.GetRequiredValue(terms.Reason)!);
        if (!outcome.TryGet(out var reply, out var failure))
        {
            var code = session.Fail(failure);
            if (failure.Kind == RuleFailureKind.Conflict && !await IsInForceAsync(expected))
            {
                await session.Terminal.Error.WriteLineAsync(Texts.AfterConflict);
            }

            return code;
        }

        return session.Show(reply, IsJson, answer => Print(change, answer), Code);
    }

    // Otherwise another version came in between, and the change is to be made again on that one.
    private async Task<bool> IsInForceAsync(string version) =>
        (await session.Connection.GetStatusAsync(CancellationToken.None)).Reply?.Version == version;

    private static int Code(PublishReply reply) =>
        reply.Publication is null && reply.Proposed is null && !reply.Unchanged ? ExitCode.Refused : ExitCode.Done;

    private string? Author()
    {
        if (result.GetValue(terms.Author) is { } written)
        {
            return written.Trim();
        }

        var name = Environment.UserName;
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        session.Terminal.Error.WriteLine(Texts.AuthorTaken(name));
        return name;
    }

    private void Print(RuleSetChange change, PublishReply reply)
    {
        var problems = new ProblemText(session.Lines, change.Folder);
        problems.Write(reply.Problems);
        problems.Write(reply.Failures);
        if (reply.Proposed is not null)
        {
            session.Page.Paragraph(0, Words.None, new Words(Texts.Proposed, Ink.Strong));
            return;
        }

        if (reply.Publication is not { } publication)
        {
            session.Terminal.Error.WriteLine(reply.Unchanged ? Texts.NothingToPublish : Texts.NotPublished);
            return;
        }

        session.Page.Paragraph(0, Words.None, new Words(Texts.Published(publication), Ink.Good));
    }
}
