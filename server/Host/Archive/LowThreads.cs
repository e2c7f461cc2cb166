using System.Collections.Concurrent;
using Validation.Server.Admission;

namespace Validation.Server.Archive;

/// <summary>Does work on many things with several threads of low priority.</summary>
internal static class LowThreads
{
    /// <summary>Does the work, on this thread and further ones. This thread has low priority already.</summary>
    /// <param name="items">What it is done on.</param>
    /// <param name="threads">How many threads do it, this one included.</param>
    /// <param name="work">The work, which several threads do at the same time.</param>
    /// <exception cref="Exception">The first that the work threw. The other threads have ended by then.</exception>
    public static void Run<T>(IReadOnlyList<T> items, int threads, Action<T> work)
    {
        var waiting = new ConcurrentQueue<T>(items);
        var helpers = Enumerable.Range(1, Math.Max(0, threads - 1))
            .Select(_ => Task.Factory.StartNew(
                () => Help(waiting, work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        try
        {
            Drain(waiting, work);
        }
        finally
        {
            Task.WhenAll(helpers).GetAwaiter().GetResult();
        }
    }

    private static void Help<T>(ConcurrentQueue<T> waiting, Action<T> work)
    {
        var priority = new WorkerPriority();
        priority.Lower();
        priority.Begin();
        try
        {
            Drain(waiting, work);
        }
        finally
        {
            priority.End();
        }
    }

    private static void Drain<T>(ConcurrentQueue<T> waiting, Action<T> work)
    {
        try
        {
            while (waiting.TryDequeue(out var item))
            {
                work(item);
            }
        }
        catch
        {
            // The others need not go on.
            waiting.Clear();
            throw;
        }
    }
}
