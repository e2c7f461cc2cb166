using Validation.Tray.Setup;
using Validation.Tray.Windows;

namespace Validation.Tray;

internal static class Program
{
    [STAThread]
    private static int Main(string[] arguments) => TrayCommandLine.TryParse(arguments, out var line, out var problem)
        ? Do(line)
        : Say($"{problem}\n\n{TrayTexts.Help}", TrayExitCode.Usage);

    private static int Do(TrayCommandLine line) => line.Request switch
    {
        TrayRequest.Install => SayEnd(SetupProgram.Install(line), TrayTexts.Installed),
        TrayRequest.Uninstall => SayEnd(SetupProgram.Uninstall(), TrayTexts.Uninstalled, SetupProgram.RemoveProgram),
        TrayRequest.Help => Say(TrayTexts.Help, TrayExitCode.Done),
        TrayRequest.Version => Say(TrayTexts.Version(ProgramVersion.Text), TrayExitCode.Done),
        TrayRequest.Nothing => TrayExitCode.Usage,
        _ => TrayStart.Run(line),
    };

    private static int SayEnd(string? problem, string done, Action? last = null)
    {
        var code = Say(problem ?? done, problem is null ? TrayExitCode.Done : TrayExitCode.Failed);
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
