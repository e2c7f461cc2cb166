using Validation.Server.Admission;

namespace Validation.Server.Checks;

/// <summary>Does work that computes and does not wait. On the threads of the pool it would keep connections from being served, so it has a
/// thread to itself, whose priority is lowered when the place of the work says so.</summary>
internal static class Worker
{
    /// <summary>Does the work on another thread, at low priority once it has taken long.</summary>
    /// <param name="work">The work.</param>
    /// <param name="place">The place that it has. It is disposed of by somebody else.</param>
    /// <param name="time">The clock.</param>
    public static async Task<T> RunAsync<T>(Func<T> work, CheckPlace place, TimeProvider time)
    {
        var priority = new WorkerPriority();
        if (place.IsLow)
        {
            priority.Lower();
        }

        await using var overrun = time.CreateTimer(_ => Overrun(place, priority), null, CheckQueue.Quick, Timeout.InfiniteTimeSpan);
        return await Task.Factory.StartNew(
            () => Run(work, priority), CancellationToken.None, TaskCreationOptions.None, WorkerThreads.Shared);
    }

    private static void Overrun(CheckPlace place, WorkerPriority priority)
    {
        if (place.TryOverrun())
        {
            priority.Lower();
        }
    }

    private static T Run<T>(Func<T> work, WorkerPriority priority)
    {
        priority.Begin();
        try
        {
            return work();
        }
        finally
        {
            priority.End();
        }
    }
}
