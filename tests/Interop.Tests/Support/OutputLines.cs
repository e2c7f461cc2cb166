using System.Diagnostics;
using Validation.Tests.Support;

namespace Validation.Interop.Tests.Support;

internal static class OutputLines
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Waits for a line that a program prints.</summary>
    /// <returns>What follows the beginning of the line.</returns>
    public static async Task<string> LineAsync(this ChildProcess process, string beginning, TimeSpan within)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var ended = process.HasExited;
            var line = process.Output.Split('\n').SkipLast(1)
                .FirstOrDefault(text => text.StartsWith(beginning, StringComparison.Ordinal));
            if (line is not null)
            {
                return line[beginning.Length..];
            }

            ended.ShouldBeFalse($"The program ended without '{beginning}': {process.Output}{process.Errors}");
            watch.Elapsed.ShouldBeLessThan(within, $"'{beginning}' is late: {process.Output}{process.Errors}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>Waits for what a server prints.</summary>
    public static async Task UntilAsync(Func<bool> condition, PeerServer server)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(Longest, server.Output);
            await Task.Delay(Pause);
        }
    }
}
