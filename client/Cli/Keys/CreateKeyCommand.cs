using System.CommandLine;
using System.CommandLine.Parsing;
using Google.Protobuf.WellKnownTypes;
using Validation.Cli.Commands;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.V1;
using Enum = System.Enum;

namespace Validation.Cli.Keys;

/// <summary>`validate keys create`: has a key made and shows it, once.</summary>
internal static class CreateKeyCommand
{
    /// <summary>Creates the command <c>validate keys create</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>(KeyTexts.KeyHolderName) { Description = KeyTexts.KeyHolderDescription };
        var roles = new Option<Role[]>("--role")
        {
            Description = KeyTexts.RoleDescription, HelpName = KeyTexts.RoleName, Required = true, CustomParser = ParseRoles,
        };
        var expires = DayOption.Create("--expires", KeyTexts.ExpiresDescription);
        var format = RuleOptions.Format();
        var command = new RuleCommand(
            "create",
            KeyTexts.KeysCreateDescription,
            "validate keys create 区教育局 --role clerk --expires 2027-12-31",
            "validate keys create 报送平台 --role system --role filer")
        {
            name, roles, expires, format,
        };
        return command.Runs(terminal, (result, session, cancellationToken) =>
        {
            var request = new CreateKeyRequest { Name = result.GetRequiredValue(name), Roles = { result.GetRequiredValue(roles) } };
            if (result.GetValue(expires) is { } day)
            {
                request.ExpiresAt = Timestamp.FromDateTimeOffset(DayOption.EndOf(day, terminal.Time.LocalTimeZone));
            }

            return session.ShowAsync(
                session.Connection.Keys.CreateAsync(request, cancellationToken),
                result.IsJson(format),
                reply => Print(session, reply),
                _ => ExitCode.Done);
        });
    }

    /// <summary>Prints the key alone on a line of the standard output, for a pipe or the clipboard.</summary>
    private static void Print(RuleSession session, CreateKeyReply reply)
    {
        session.Terminal.Error.WriteLine(KeyTexts.KeyMade(reply.Key));
        session.Lines.Paragraph(0, Words.None, new Words(reply.Secret, Ink.Strong));
    }

    private static Role[] ParseRoles(ArgumentResult result)
    {
        var roles = new List<Role>();
        foreach (var word in result.Tokens.Select(token => token.Value))
        {
            if (!word.All(char.IsAsciiLetter) || !Enum.TryParse<Role>(word, ignoreCase: true, out var role) || role == Role.Unspecified)
            {
                result.AddError(KeyTexts.BadRole(word));
                return [];
            }

            roles.Add(role);
        }

        return [.. roles.Distinct()];
    }
}
