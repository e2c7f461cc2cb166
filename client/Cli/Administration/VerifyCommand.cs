using System.CommandLine;
using Validation.Cli.Rules;
using Validation.Client.Connection;

namespace Validation.Cli.Administration;

/// <summary>`validate admin verify`: checks that a backup is whole, without a server.</summary>
internal static class VerifyCommand
{
    /// <summary>Creates the command <c>validate admin verify</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = AdminCommand.File();
        var command = new RuleCommand("verify", AdminTexts.VerifyDescription, "validate admin verify 备份文件") { file };
        command.SetAction(result => Run(terminal, result.GetRequiredValue(file)));
        return command;
    }

    private static int Run(Terminal terminal, string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (BackupFile.Verify(file) is not { } found)
            {
                terminal.Error.WriteLine(AdminTexts.BackupDamaged(path));
                return ExitCode.Refused;
            }

            terminal.Output.WriteLine(AdminTexts.BackupWhole(path, CliTexts.Moment(terminal.Time, found.Head.MadeAt), found.Rows));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(AdminTexts.BackupNotRead(path, e.Message));
            return ExitCode.NotRun;
        }
    }
}
