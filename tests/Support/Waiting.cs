namespace Validation.Tests.Support;

/// <summary>No test waits for ever. Long, because it only passes when something is wrong, however busy the machine is.</summary>
internal static class Waiting
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static Task InTime(this Task task)
    {
        return task.WaitAsync(Longest);
    }

    public static Task<T> InTime<T>(this Task<T> task)
    {
        return task.WaitAsync(Longest);
    }
}
