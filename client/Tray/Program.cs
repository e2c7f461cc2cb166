namespace Validation.Tray;

internal static class Program
{
    [STAThread]
    private static int Main()
    {
        return 0;
    }
}
