using System.Globalization;

namespace Validation.Tests.Support;

/// <summary>What Linux says of processes.</summary>
internal static class ProcessTable
{
    /// <summary>Whether it runs. One that has ended and waits for its exit code to be fetched does not.</summary>
    public static bool IsRunning(int process) => State(process) is not ('Z' or 'X');

    /// <summary>R: it runs; S: it waits; Z, X: it has ended.</summary>
    public static char State(int process) => Fields(process) is [[var state], ..] ? state : 'X';

    /// <summary>How much it yields to others: 0 as usual, more for a lower priority.</summary>
    public static int Niceness(int process) => int.Parse(Fields(process)[16], CultureInfo.InvariantCulture);

    /// <summary>Whether a process was started with an argument.</summary>
    public static bool HasArgument(int process, string argument) => Read(process, "cmdline").Split('\0').Contains(argument);

    /// <summary>The processes that a process has started and that run.</summary>
    public static IReadOnlyList<int> Children(int parent) =>
        [.. Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder))
            .Where(name => name.All(char.IsAsciiDigit)).Select(name => int.Parse(name, CultureInfo.InvariantCulture))
            .Where(process => Fields(process) is [_, var of, ..] && of == $"{parent}" && IsRunning(process))];

    // Those behind the name, which stands in brackets and may hold anything.
    private static string[] Fields(int process) =>
        Read(process, "stat") is { Length: > 0 } status ? status[(status.LastIndexOf(')') + 2)..].Split(' ') : [];

    // Empty: the process is gone.
    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
