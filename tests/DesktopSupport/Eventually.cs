using System.Diagnostics;
using Validation.Tests.Support;

namespace Validation.Tests.Desktop;

/// <summary>Waits until something is so. Long, because the time only passes when something is wrong.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    // Longer than what was done usually needs to take effect.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

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

    /// <summary>Does what may be lost, such as a key for a window that is still being made, and waits for its effect; where that does not
    /// come, does it again.</summary>
    /// <param name="act">Does it. To do it twice must come to the same.</param>
    /// <param name="hasActed">Whether it has had its effect.</param>
    /// <param name="otherwise">What is wrong when it never has.</param>
    public static async Task TakesEffectAsync(Func<Task> act, Func<Task<bool>> hasActed, Func<string> otherwise)
    {
        for (var all = Stopwatch.StartNew(); ;)
        {
            all.Elapsed.ShouldBeLessThan(Waiting.Longest, otherwise());
            await act();
            for (var one = Stopwatch.StartNew(); one.Elapsed < Patience; await Task.Delay(Step))
            {
                if (await hasActed())
                {
                    return;
                }
            }
        }
    }
}
