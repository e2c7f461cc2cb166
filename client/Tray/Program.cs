using Validation.Tray.Setup;
using Validation.Tray.Windows;

namespace Validation.Tray;

internal static class Program
{
    [STAThread]
    private static int Main(string[] arguments) => CommandLine.TryParse(arguments, out var line, out var problem)
        ? Do(line)
        : Say($"{problem}\n\n{Texts.Help}", ExitCode.Usage);

    private static int Do(CommandLine line) => line.Request switch
    {
        Request.Install => SayEnd(SetupProgram.Install(line), Texts.Installed),
        Request.Uninstall => SayEnd(SetupProgram.Uninstall(), Texts.Uninstalled, SetupProgram.RemoveProgram),
        Request.Help => Say(Texts.Help, ExitCode.Done),
        Request.Version => Say(Texts.Version(ProgramVersion.Text), ExitCode.Done),
        _ => TrayStart.Run(line),
    };

    private static int SayEnd(string? problem, string done, Action? last = null)
    {
        var code = Say(problem ?? done, problem is null ? ExitCode.Done : ExitCode.Failed);
        (problem is null ? last : null)?.Invoke();
        return code;
    }

    private static int Say(string text, int code)
    {
        if (!StandardOutput.TryWrite(text))
        {
            MessageBox.Tell(text);
        }

        return code;
    }
}
