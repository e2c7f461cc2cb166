using System.CommandLine;
using Validation.Cli.Rules;

namespace Validation.Cli.Administration;

/// <summary>`validate admin`: the commands of those who run the servers.</summary>
internal static class AdminCommand
{
    /// <summary>Creates <c>validate admin</c> with the commands below it.</summary>
    public static Command Create(Terminal terminal) => new RuleCommand(
        "admin",
        AdminTexts.AdminDescription,
        "validate admin status",
        "validate admin backup 备份文件",
        "validate admin verify 备份文件",
        "validate admin restore 备份文件",
        "validate admin audit")
    {
        StatusCommand.Create(terminal), BackupCommand.Create(terminal), VerifyCommand.Create(terminal), RestoreCommand.Create(terminal),
        AuditCommand.Create(terminal),
    };

    /// <summary>The file of a backup.</summary>
    public static Argument<string> File() => new(AdminTexts.BackupName) { Description = AdminTexts.BackupFileDescription };
}
