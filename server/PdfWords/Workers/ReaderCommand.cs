using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Validation.PdfWords.Workers;

/// <summary>How a reader is started: nothing of the server's environment, passwords least of all, reaches it.</summary>
internal static class ReaderCommand
{
    /// <summary>The start of a process.</summary>
    public static ProcessStartInfo Of(ReaderOptions options)
    {
        var start = new ProcessStartInfo(options.Command[0], options.Command.Skip(1))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        start.Environment.Clear();
        foreach (var (name, value) in Settings(options))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    // What the runtime of a small process with one thread needs to hear. Code is compiled once: a reader is warm before its first document.
    private static IEnumerable<(string Name, string Value)> Settings(ReaderOptions options)
    {
        yield return ("DOTNET_GCHeapHardLimit", options.Memory.ToString("X", CultureInfo.InvariantCulture));
        yield return ("DOTNET_gcServer", "0");
        yield return ("DOTNET_gcConcurrent", "0");
        yield return ("DOTNET_TieredCompilation", "0");
        yield return ("DOTNET_EnableDiagnostics", "0");
        if (OperatingSystem.IsWindows())
        {
            yield return ("SystemRoot", Environment.GetFolderPath(Environment.SpecialFolder.Windows));
        }

        // A program that is not its own host finds the runtime that the server runs on.
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory());
        if (runtime.Parent?.Name == "Microsoft.NETCore.App" && runtime.Parent.Parent?.Parent is { } root)
        {
            yield return ("DOTNET_ROOT", root.FullName);
        }
    }
}
