using System.CommandLine;
using Google.Protobuf;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Bodies;

/// <summary>`validate bodies`: the list of the bodies whose reports are checked.</summary>
internal static class BodiesCommand
{
    /// <summary>The command with all those below it.</summary>
    public static Command Create(Terminal terminal) => new RuleCommand(
        "bodies", BodyTexts.BodiesDescription, "validate bodies import 机关名单.csv", "validate bodies list 民政", "validate bodies show 某某县民政局")
    {
        Import(terminal), List(terminal), Show(terminal), Remove(terminal),
    };

    private static RuleCommand Import(Terminal terminal)
    {
        var file = new Argument<string>(CliTexts.FileName) { Description = BodyTexts.BodyFileDescription };
        var format = RuleOptions.Format();
        var command = new RuleCommand("import", BodyTexts.BodiesImportDescription, "validate bodies import 机关名单.csv") { file, format };
        return command.Runs(terminal, async (result, session, cancellationToken) =>
        {
            var path = result.GetRequiredValue(file);
            byte[] content;
            try
            {
                content = await File.ReadAllBytesAsync(path, cancellationToken);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return session.NotRun(BodyTexts.FileUnreadable(path));
            }

            return await session.ShowAsync(
                session.Connection.Records.ImportAsync(
                    new ImportBodiesRequest { Csv = ByteString.CopyFrom(content) }, cancellationToken),
                result.IsJson(format),
                reply => Print(session.Page, reply),
                _ => ExitCode.Done);
        });
    }

    private static RuleCommand List(Terminal terminal)
    {
        var text = new Argument<string?>(BodyTexts.BodyTextName)
        {
            Description = BodyTexts.BodyTextDescription, Arity = ArgumentArity.ZeroOrOne,
        };
        var format = RuleOptions.Format();
        var command = new RuleCommand("list", BodyTexts.BodiesListDescription, "validate bodies list", "validate bodies list 民政 -f json")
        {
            text, format,
        };
        return command.Runs(terminal, (result, session, cancellationToken) => session.ShowAsync(
            session.Connection.Records.ListBodiesAsync(
                new ListBodiesRequest { Text = result.GetValue(text) ?? string.Empty }, cancellationToken),
            result.IsJson(format),
            reply => Print(session, reply),
            _ => ExitCode.Done));
    }

    private static RuleCommand Show(Terminal terminal)
    {
        var name = Name();
        var format = RuleOptions.Format();
        var command = new RuleCommand("show", BodyTexts.BodiesShowDescription, "validate bodies show 某某县民政局") { name, format };
        return command.Runs(terminal, (result, session, cancellationToken) => session.ShowAsync(
            session.Connection.Records.MatchAsync(result.GetRequiredValue(name), cancellationToken),
            result.IsJson(format),
            reply => Print(session.Page, reply),
            reply => reply.Body is null ? ExitCode.Refused : ExitCode.Done));
    }

    private static RuleCommand Remove(Terminal terminal)
    {
        var name = Name();
        var command = new RuleCommand("remove", BodyTexts.BodiesRemoveDescription, "validate bodies remove 某某县民政局") { name };
        return command.Runs(terminal, (result, session, cancellationToken) => session.ShowAsync(
            session.Connection.Records.RemoveAsync(result.GetRequiredValue(name), cancellationToken),
            json: false,
            reply => session.Page.Paragraph(0, Words.None, new Words(BodyTexts.BodyRemoved(reply.Body))),
            _ => ExitCode.Done));
    }

    private static Argument<string> Name() => new(CliTexts.BodyName) { Description = BodyTexts.BodyNameDescription };

    private static void Print(PageWriter page, ImportBodiesReply reply)
    {
        page.Paragraph(0, Words.None, new Words(BodyTexts.BodiesImported(reply), Ink.Good));
        if (reply.Ambiguous.Count > 0)
        {
            page.Paragraph(0, Words.None, new Words(BodyTexts.BodiesAmbiguous(reply.Ambiguous), Ink.Doubtful));
        }
    }

    private static void Print(RuleSession session, ListBodiesReply reply)
    {
        if (reply.Bodies.Count == 0)
        {
            session.Page.Paragraph(0, Words.None, new Words(BodyTexts.NoBodies));
        }

        foreach (var body in reply.Bodies)
        {
            Print(session.Page, body);
        }

        if (reply.ChangedAt is { } at)
        {
            session.Page.Paragraph(
                0, Words.None, new Words(BodyTexts.BodiesChanged(CliTexts.Moment(session.Terminal.Time, at), reply.ChangedBy), Ink.Faint));
        }
    }

    private static void Print(PageWriter page, MatchBodyReply reply)
    {
        if (reply.Body is { } body)
        {
            Print(page, body);
        }
        else
        {
            page.Paragraph(0, Words.None, new Words(BodyTexts.BodyNotMatched(reply.Candidates), Ink.Doubtful));
        }

        page.Paragraph(0, Words.None, new Words(BodyTexts.BodyNature(reply.Kind, reply.Level)));
    }

    private static void Print(PageWriter page, Body body) => page.Paragraph(
        0,
        Words.None,
        new(body.Name, Ink.Strong),
        new("  " + BodyTexts.BodyNature(body.Kind, body.Level)),
        new(BodyTexts.BodyMore(body), Ink.Note));
}
