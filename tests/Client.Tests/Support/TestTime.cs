namespace Validation.Client.Tests.Support;

/// <summary>How long a test waits for what must happen. Long, because it only passes when something is wrong.</summary>
internal static class TestTime
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static Task<T> InTime<T>(this ValueTask<T> task) => task.AsTask().WaitAsync(Limit);
}
