using Validation.Server.Admission;

namespace Validation.Server.Checks;

/// <summary>
/// Threads for work that computes. Each work begins at once, on a thread that waits for some or on a new one; how much goes on at a time is
/// decided before. As many threads as the machine has processors are kept for the next work: with a new thread for each, a busy server
/// answers a fifth fewer checks. One whose priority was lowered ends with its work, because Linux does not let it be raised again without a
/// privilege.
/// </summary>
internal sealed class WorkerThreads : TaskScheduler
{
    private readonly Lock _gate = new();
    private readonly Stack<Seat> _waiting = [];

    public static WorkerThreads Shared { get; } = new();

    protected override void QueueTask(Task task)
    {
        Seat? seat;
        lock (_gate)
        {
            _waiting.TryPop(out seat);
        }

        if (seat is not null)
        {
            seat.Give(task);
            return;
        }

        new Thread(() => Work(task)) { IsBackground = true, Name = "worker" }.UnsafeStart();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void Work(Task first)
    {
        using var seat = new Seat();
        TryExecuteTask(first);
        while (IsKept(seat))
        {
            TryExecuteTask(seat.Take());
        }
    }

    private bool IsKept(Seat seat)
    {
        if (WorkerPriority.IsLowHere)
        {
            return false;
        }

        lock (_gate)
        {
            if (_waiting.Count == Environment.ProcessorCount)
            {
                return false;
            }

            _waiting.Push(seat);
            return true;
        }
    }

    /// <summary>Where one thread waits for its next work.</summary>
    private sealed class Seat : IDisposable
    {
        private readonly SemaphoreSlim _given = new(0);
        private Task? _task;

        public void Give(Task task)
        {
            _task = task;
            _given.Release();
        }

        public Task Take()
        {
            _given.Wait();
            return _task!;
        }

        public void Dispose() => _given.Dispose();
    }
}
