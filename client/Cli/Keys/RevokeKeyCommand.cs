using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Cli.Rules;
using Validation.V1;

namespace Validation.Cli.Keys;

/// <summary>`validate keys revoke`: takes a key back.</summary>
internal static class RevokeKeyCommand
{
    /// <summary>Creates the command <c>validate keys revoke</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>(CliTexts.KeyIdName) { Description = KeyTexts.KeyIdDescription };
        var reason = RuleOptions.Reason();
        var command = new RuleCommand("revoke", KeyTexts.KeysRevokeDescription, "validate keys revoke k7m2q4xa --reason 人员变动")
        {
            id, reason,
        };
        return command.Runs(terminal, (result, session, cancellationToken) => session.ShowAsync(
            session.Connection.Keys.RevokeAsync(
                new RevokeKeyRequest { Id = result.GetRequiredValue(id), Reason = result.GetValue(reason) ?? string.Empty },
                cancellationToken),
            json: false,
            reply => session.Page.Paragraph(0, Words.None, new Words(KeyTexts.KeyRevoked(reply.Key))),
            _ => ExitCode.Done));
    }
}
