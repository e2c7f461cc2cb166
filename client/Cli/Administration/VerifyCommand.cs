using System.CommandLine;
using Validation.Cli.Rules;
using Validation.Client;

namespace Validation.Cli.Administration;

/// <summary>`validate admin verify`: is a backup whole? Needs no server.</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = AdminCommand.File();
        var command = new RuleCommand("verify", Texts.VerifyDescription, "validate admin verify 备份文件") { file };
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
                terminal.Error.WriteLine(Texts.BackupDamaged(path));
                return ExitCode.Refused;
            }

            terminal.Output.WriteLine(Texts.BackupWhole(path, Texts.Moment(terminal.Time, found.Head.MadeAt), found.Rows));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(Texts.BackupNotRead(path, e.Message));
            return ExitCode.NotRun;
        }
    }
}
