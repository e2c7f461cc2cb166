using System.CommandLine;
using Validation.Cli.Rules;
using Validation.Client.Connection;

namespace Validation.Cli.Administration;

/// <summary>`validate admin restore`: fills a fresh server with a backup.</summary>
internal static class RestoreCommand
{
    /// <summary>Creates the command <c>validate admin restore</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = AdminCommand.File();
        var command = new RuleCommand("restore", AdminTexts.RestoreDescription, "validate admin restore 备份文件") { file };
        return command.Runs(terminal, (result, session, cancellationToken) =>
            RunAsync(session, result.GetRequiredValue(file), cancellationToken));
    }

    private static async Task<int> RunAsync(RuleSession session, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            if (BackupFile.Verify(file) is null)
            {
                await session.Terminal.Error.WriteLineAsync(AdminTexts.BackupDamaged(path));
                return ExitCode.Refused;
            }

            file.Position = 0;
            var outcome = await session.Connection.RestoreAsync(BackupFile.Read(file), cancellationToken);
            if (!outcome.TryGet(out var reply, out var failure))
            {
                return session.Fail(failure);
            }

            await session.Terminal.Output.WriteLineAsync(AdminTexts.Restored(reply.Rows, reply.Version));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return session.NotRun(AdminTexts.BackupNotRead(path, e.Message));
        }
    }
}
