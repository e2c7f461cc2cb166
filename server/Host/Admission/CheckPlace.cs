namespace Validation.Server.Admission;

/// <summary>A place to work in, until it is disposed of. Thread-safe.</summary>
internal sealed class CheckPlace(CheckQueue queue, Flow flow, CheckLane lane, TimeSpan since) : IDisposable
{
    private bool _isOver;

    public Flow Flow => flow;

    public CheckLane Lane => lane;

    /// <summary>When the work began.</summary>
    public TimeSpan Since => since;

    /// <summary>The work took longer than its lane is for, and another one has taken the place over.</summary>
    public bool IsOverrun { get; set; }

    /// <summary>Whether the work is to run with low priority.</summary>
    public bool IsLow => lane != CheckLane.Quick || IsOverrun;

    /// <summary>Lets another one have the place while this work goes on with low priority.</summary>
    /// <returns>False: too much of that kind goes on already, or the lane is for long work.</returns>
    public bool TryOverrun()
    {
        return queue.TryOverrun(this);
    }

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isOver, true))
        {
            queue.Leave(this);
        }
    }
}
