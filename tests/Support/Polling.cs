using System.Diagnostics;

namespace Validation.Tests.Support;

/// <summary>Waits for what another process does.</summary>
internal static class Polling
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until it holds; not for ever.</summary>
    public static async Task UntilAsync(Func<bool> isSo, string what)
    {
        for (var watch = Stopwatch.StartNew(); !isSo();)
        {
            watch.Elapsed.ShouldBeLessThan(Waiting.Longest, what);
            await Task.Delay(Look);
        }
    }
}
