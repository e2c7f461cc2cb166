using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Keys;

/// <summary>`validate keys list`: the keys that were ever made, without their secrets.</summary>
internal static class ListKeysCommand
{
    private const int Indent = 4;

    /// <summary>Creates the command <c>validate keys list</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var format = RuleOptions.Format();
        var command = new RuleCommand("list", KeyTexts.KeysListDescription, "validate keys list", "validate keys list --format json")
        {
            format,
        };
        return command.Runs(terminal, (result, session, cancellationToken) => session.ShowAsync(
            session.Connection.Keys.ListAsync(cancellationToken),
            result.IsJson(format),
            reply => Print(session, reply),
            _ => ExitCode.Done));
    }

    private static void Print(RuleSession session, ListKeysReply reply)
    {
        if (reply.Keys.Count == 0)
        {
            session.Page.Paragraph(0, Words.None, new Words(KeyTexts.NoKeys));
        }

        var time = session.Terminal.Time;
        foreach (var key in reply.Keys)
        {
            var over = key.RevokedAt is not null || key.ExpiresAt?.ToDateTimeOffset() <= time.GetUtcNow();
            session.Page.Paragraph(
                0,
                Words.None,
                new(key.Id.Length == 0 ? KeyTexts.KeyFixed : key.Id, over ? Ink.Faint : Ink.Strong),
                new("  " + key.Name, over ? Ink.Faint : Ink.Plain),
                new("  " + KeyTexts.Roles(key), Ink.Note));
            if (key.CreatedAt is { } made)
            {
                session.Page.Paragraph(
                    Indent,
                    Words.None,
                    new(KeyTexts.KeyMadeBy(CliTexts.Moment(time, made), key.CreatedBy) + "  "),
                    new(KeyTexts.KeyState(key, time.GetUtcNow(), at => CliTexts.Moment(time, at)), over ? Ink.Bad : Ink.Plain));
            }
        }
    }
}
