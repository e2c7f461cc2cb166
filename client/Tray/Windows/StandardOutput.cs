using System.Text;

namespace Validation.Tray.Windows;

/// <summary>Writes to the standard output of a program without a console, for scripts that read it.</summary>
internal static class StandardOutput
{
    private const int Output = -11;
    private const uint Disk = 1;
    private const uint Pipe = 3;

    /// <summary>Writes a text, in UTF-8.</summary>
    /// <returns>False: nobody listens.</returns>
    public static bool TryWrite(string text)
    {
        if (Kernel32.GetFileType(Kernel32.GetStdHandle(Output)) is not (Disk or Pipe))
        {
            return false;
        }

        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(text + Environment.NewLine));
        return true;
    }
}
