using System.CommandLine;
using Validation.Cli.Commands;

namespace Validation.Cli.Demo;

/// <summary>`validate demo`: its options.</summary>
internal static class DemoCommand
{
    /// <summary>Creates the command <c>validate demo</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var server = new ServerArguments();
        var command = new DescribedCommand("demo", CommandTexts.DemoDescription) { ExitCodes = CliTexts.DemoExitCodes };
        server.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            if (server.TryGet(result, terminal, out var chosen, out var problem))
            {
                return await new DemoRun(terminal, TimeProvider.System).RunAsync(chosen, cancellationToken);
            }

            await terminal.Error.WriteLineAsync(problem);
            return ExitCode.NotRun;
        });
        return command;
    }
}
