namespace Validation.Server.Admission;

/// <summary>A place to work in, until it is disposed of. Thread-safe.</summary>
internal sealed class CheckPlace(CheckQueue queue, Flow flow, CheckLane lane, TimeSpan since) : IDisposable
{
    private bool _isOver;

    public Flow Flow => flow;

    public CheckLane Lane => lane;

    /// <summary>When the work began.</summary>
    public TimeSpan Since => since;

    /// <summary>True once the work has taken longer than its lane allows, and its place was given to another.</summary>
    public bool IsOverrun { get; set; }

    /// <summary>True: the work runs with low priority.</summary>
    public bool IsLow => lane != CheckLane.Quick || IsOverrun;

    /// <summary>Gives the place to another while this work goes on with low priority.</summary>
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
