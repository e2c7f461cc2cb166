using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Validation.PdfWords.Workers;

/// <summary>Makes the command that starts a reader. Nothing of the server's environment reaches it, passwords least of all.</summary>
internal static class ReaderCommand
{
    /// <summary>The program, arguments and environment of a new process.</summary>
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

    // Settings of the runtime for a small process with one thread. Code is compiled once, so that a reader is fast from its first
    // document.
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

        // A program that is started through "dotnet" finds the runtime that the server runs on.
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory());
        if (runtime.Parent?.Name == "Microsoft.NETCore.App" && runtime.Parent.Parent?.Parent is { } root)
        {
            yield return ("DOTNET_ROOT", root.FullName);
        }
    }
}
