using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>`validate archive remove`: removes a report, after asking.</summary>
internal static class RemovalCommand
{
    /// <summary>Creates the command <c>validate archive remove</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>(ArchiveTexts.IdName) { Description = ArchiveTexts.IdDescription };
        var author = RuleOptions.Author(ArchiveTexts.RemoveAuthorDescription);
        var reason = RuleOptions.Reason(ArchiveTexts.RemoveReasonDescription);
        var yes = RuleOptions.Yes(ArchiveTexts.RemoveYesDescription);
        var format = RuleOptions.Format();
        var command = new RuleCommand("remove", ArchiveTexts.RemoveDescription, "validate archive remove r7m2q4xa --reason 归错了机关")
        {
            id, author, reason, yes, format,
        };
        command.ExitCodes = ArchiveTexts.ExitCodes;
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            if (session.Author(result.GetValue(author)) is not { } person)
            {
                return session.NotRun(ArchiveTexts.NoAuthor);
            }

            var wanted = result.GetRequiredValue(id);
            if (!result.GetValue(yes) && await AskAsync(session, wanted, cancellationToken) is { } ended)
            {
                return ended;
            }

            var request = new RemoveFiledReportRequest { Id = wanted, Author = person, Reason = result.GetRequiredValue(reason)! };
            return await session.ShowAsync(
                session.Connection.Archive.RemoveAsync(request, cancellationToken),
                result.IsJson(format),
                reply => Print(session.Page, reply),
                _ => ExitCode.Done);
        });
    }

    /// <returns>The exit code with which it ends. Null: the user agrees.</returns>
    private static async Task<int?> AskAsync(RuleSession session, string id, CancellationToken cancellationToken)
    {
        if (!session.Terminal.Interactive)
        {
            return session.NotRun(ArchiveTexts.NobodyToAsk);
        }

        var found = await session.Connection.Archive.GetAsync(new GetFiledReportRequest { Id = id }, cancellationToken);
        if (!found.TryGet(out var reply, out var failure))
        {
            return session.Fail(failure);
        }

        if (await session.AgreesAsync(ArchiveTexts.AskToRemove(reply.Report), cancellationToken))
        {
            return null;
        }

        await session.Terminal.Error.WriteLineAsync(ArchiveTexts.NothingRemoved);
        return ExitCode.Refused;
    }

    private static void Print(PageWriter page, RemoveFiledReportReply reply)
    {
        page.Paragraph(0, Words.None, new Words(ArchiveTexts.Removed(reply.Report)));
        if (reply.Current is { } current)
        {
            page.Paragraph(0, Words.None, new Words(ArchiveTexts.CurrentAgain(current)));
        }
    }
}
