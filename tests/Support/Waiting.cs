namespace Validation.Tests.Support;

/// <summary>No test waits for ever. Long, because it only passes when something is wrong.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static Task InTime(this Task task)
    {
        return task.WaitAsync(Longest);
    }

    public static Task<T> InTime<T>(this Task<T> task)
    {
        return task.WaitAsync(Longest);
    }
}
