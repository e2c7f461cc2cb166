using System.CommandLine;
using Validation.Cli.Demo;

namespace Validation.Cli.Commands;

/// <summary>`validate demo`: its options.</summary>
internal static class DemoCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var server = new ServerOptions();
        var command = new DescribedCommand("demo", Texts.DemoDescription) { ExitCodes = Texts.DemoExitCodes };
        server.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (server.TryGet(result, out var chosen, out var problem))
            {
                return await new DemoRun(terminal, TimeProvider.System).RunAsync(chosen, cancellationToken);
            }

            await terminal.Error.WriteLineAsync(problem);
            return ExitCode.NotRun;
        });
        return command;
    }
}
