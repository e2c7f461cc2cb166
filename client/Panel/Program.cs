using Validation.Tray;

namespace Validation.Panel;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (!TrayCommandLine.TryParse(arguments, out var line, out var problem))
        {
            return Refuse(problem);
        }

        return line.Request switch
        {
            TrayRequest.Help => Say(PanelTexts.Help),
            TrayRequest.Version => Say(TrayTexts.Version(ProgramVersion.Text)),
            TrayRequest.Install or TrayRequest.Uninstall => Refuse(PanelTexts.PackageInstalls),
            _ => PanelStart.Run(line),
        };
    }

    private static int Say(string text)
    {
        Console.WriteLine(text);
        return TrayExitCode.Done;
    }

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine($"{problem}\n\n{PanelTexts.Help}");
        return TrayExitCode.Usage;
    }
}
