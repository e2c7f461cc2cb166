using System.CommandLine;
using Validation.Cli.Rules;

namespace Validation.Cli.Keys;

/// <summary>`validate admin`: what administrators look at.</summary>
internal static class AdminCommand
{
    /// <summary>The command with all those below it.</summary>
    public static Command Create(Terminal terminal) => new RuleCommand("admin", Texts.AdminDescription, "validate admin audit")
    {
        AuditCommand.Create(terminal),
    };
}
