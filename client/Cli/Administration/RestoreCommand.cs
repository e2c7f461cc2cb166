using System.CommandLine;
using Validation.Cli.Rules;
using Validation.Client;

namespace Validation.Cli.Administration;

/// <summary>`validate admin restore`: fills a fresh server with a backup.</summary>
internal static class RestoreCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = AdminCommand.File();
        var command = new RuleCommand("restore", Texts.RestoreDescription, "validate admin restore 备份文件") { file };
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
                await session.Terminal.Error.WriteLineAsync(Texts.BackupDamaged(path));
                return ExitCode.Refused;
            }

            file.Position = 0;
            var outcome = await session.Connection.RestoreAsync(BackupFile.Read(file), cancellationToken);
            if (!outcome.TryGet(out var reply, out var failure))
            {
                return session.Fail(failure);
            }

            await session.Terminal.Output.WriteLineAsync(Texts.Restored(reply.Rows, reply.Version));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return session.NotRun(Texts.BackupNotRead(path, e.Message));
        }
    }
}
