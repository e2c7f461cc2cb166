using System.Globalization;
using Validation.Tests.Support;

namespace Validation.Tray.Tests.Support;

/// <summary>What a Windows program of this source tree's prefix uses.</summary>
/// <param name="Processor">The processor time since its start.</param>
/// <param name="Memory">What it holds in memory now, in bytes, with its share in what others hold too.</param>
internal sealed record ProcessUse(TimeSpan Processor, long Memory)
{
    private const int TicksPerSecond = 100;

    public static ProcessUse Of(string program)
    {
        var process = Directory.EnumerateDirectories("/proc").Single(folder => Runs(folder, program));
        // The name of the program, in parentheses, may hold spaces.
        var fields = File.ReadAllText(Path.Combine(process, "stat")).Split(')')[^1].Split(' ');
        var ticks = long.Parse(fields[12], CultureInfo.InvariantCulture) + long.Parse(fields[13], CultureInfo.InvariantCulture);
        var memory = File.ReadLines(Path.Combine(process, "status")).First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kibibytes = long.Parse(memory.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
        return new ProcessUse(TimeSpan.FromSeconds((double)ticks / TicksPerSecond), kibibytes << 10);
    }

    /// <summary>Other prefixes may run the same program.</summary>
    private static bool Runs(string folder, string program)
    {
        try
        {
            var command = File.ReadAllText(Path.Combine(folder, "cmdline"));
            return command.Split('\0')[0].EndsWith(program, StringComparison.Ordinal)
                && File.ReadAllText(Path.Combine(folder, "environ")).Contains($"WINEPREFIX={SourceTree.Root}", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
