using System.CommandLine;
using Validation.Cli.Demo;
using Validation.Client;

namespace Validation.Cli.Commands;

/// <summary>`validate demo`: its options.</summary>
internal static class DemoCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var server = ServerOption.Create();
        var command = new Command("demo", Texts.DemoDescription) { server };
        command.SetAction(async (result, cancellationToken) =>
        {
            if (ServerAddress.TryResolve(result.GetValue(server), out var address, out var problem))
            {
                return await new DemoRun(terminal, TimeProvider.System).RunAsync(address, cancellationToken);
            }

            await terminal.Error.WriteLineAsync(problem);
            return ExitCode.NotRun;
        });
        return command;
    }
}
