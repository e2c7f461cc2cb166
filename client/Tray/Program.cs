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
        Request.Uninstall => Uninstall(),
        Request.Help => Say(Texts.Help, ExitCode.Done),
        Request.Version => Say(Texts.Version(ProgramVersion.Text), ExitCode.Done),
        _ => TrayStart.Run(line),
    };

    private static int Uninstall()
    {
        var problem = SetupProgram.Uninstall();
        var code = SayEnd(problem, Texts.Uninstalled);
        if (problem is null)
        {
            SetupProgram.RemoveProgram();
        }

        return code;
    }

    private static int SayEnd(string? problem, string done) => Say(problem ?? done, problem is null ? ExitCode.Done : ExitCode.Failed);

    private static int Say(string text, int code)
    {
        if (!StandardOutput.TryWrite(text))
        {
            MessageBox.Tell(text);
        }

        return code;
    }
}
