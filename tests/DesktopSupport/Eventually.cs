using System.Diagnostics;
using Validation.Tests.Support;

namespace Validation.Tests.Desktop;

/// <summary>Waits until something is so. Long, because the time only passes when something is wrong.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    public static Task HoldsAsync(Func<bool> condition, Func<string> otherwise) =>
        HoldsAsync(() => Task.FromResult(condition()), otherwise);

    public static async Task HoldsAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            watch.Elapsed.ShouldBeLessThan(Waiting.Longest, otherwise());
            await Task.Delay(Step);
        }
    }
}
