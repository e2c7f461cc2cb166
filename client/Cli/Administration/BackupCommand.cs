using System.CommandLine;
using Validation.Cli.Rules;

namespace Validation.Cli.Administration;

/// <summary>`validate admin backup`: copies what the servers keep into a file, while they work.</summary>
internal static class BackupCommand
{
    /// <summary>Creates the command <c>validate admin backup</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = AdminCommand.File();
        var command = new RuleCommand("backup", AdminTexts.BackupDescription, "validate admin backup 备份文件") { file };
        return command.Runs(terminal, (result, session, cancellationToken) =>
            RunAsync(session, result.GetRequiredValue(file), cancellationToken));
    }

    /// <summary>Writes the backup under another name and renames it when it is whole: under the given name there is a whole backup or
    /// none.</summary>
    private static async Task<int> RunAsync(RuleSession session, string path, CancellationToken cancellationToken)
    {
        var unfinished = path + ".part";
        try
        {
            if (File.Exists(path))
            {
                return session.NotRun(AdminTexts.BackupExists(path));
            }

            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                if (!(await session.Connection.BackupAsync(file, cancellationToken)).TryGet(out var end, out var failure))
                {
                    return session.Fail(failure);
                }

                file.Flush(flushToDisk: true);
                await session.Terminal.Output.WriteLineAsync(AdminTexts.BackupMade(path, end.Rows, file.Length));
            }

            File.Move(unfinished, path);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return session.NotRun(AdminTexts.BackupNotWritten(path, e.Message));
        }
        finally
        {
            Remove(unfinished);
        }
    }

    private static void Remove(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The reason was printed already.
        }
    }
}
