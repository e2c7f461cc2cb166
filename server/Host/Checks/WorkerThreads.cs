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

        if (seat is null)
        {
            seat = new Seat();
            new Thread(() => Work(seat)) { IsBackground = true, Name = "worker" }.UnsafeStart();
        }

        seat.Give(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void Work(Seat seat)
    {
        do
        {
            TryExecuteTask(seat.Take());
        }
        while (IsKept(seat));
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
    private sealed class Seat
    {
        private readonly object _gate = new();
        private Task? _task;

        public void Give(Task task)
        {
            lock (_gate)
            {
                _task = task;
                Monitor.Pulse(_gate);
            }
        }

        public Task Take()
        {
            lock (_gate)
            {
                while (_task is null)
                {
                    Monitor.Wait(_gate);
                }

                // A thread that waits holds nothing of the draft that it checked last.
                var task = _task;
                _task = null;
                return task;
            }
        }
    }
}
