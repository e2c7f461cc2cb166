using System.Runtime.InteropServices;

namespace Validation.Server.Admission;

/// <summary>The priority of one thread that works on a document. Long work runs below everything else: it takes what is left.</summary>
internal sealed partial class WorkerPriority
{
    // PRIO_PROCESS of setpriority(2): on Linux it takes the id of a thread.
    private const int OfThread = 0;

    // CFS gives a thread of this niceness about a thirtieth of what it gives one of niceness 0.
    private const int Low = 15;

    [ThreadStatic]
    private static bool _isLowHere;

    private readonly Lock _gate = new();
    private Thread? _thread;
    private int _id;
    private bool _isLow;

    /// <summary>True: the priority of the calling thread was lowered by work that it did. It is for no other work.</summary>
    public static bool IsLowHere => _isLowHere;

    /// <summary>Marks the calling thread as the one that does the work until it ends. A thread of the pool must not call this.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _thread = Thread.CurrentThread;
            _id = OperatingSystem.IsLinux() ? GetThreadId() : 0;
            Apply();
        }
    }

    /// <summary>Lowers the priority of the work. May be called from any thread, also before the work begins and after it has
    /// ended.</summary>
    public void Lower()
    {
        lock (_gate)
        {
            _isLow = true;
            Apply();
        }
    }

    /// <summary>Marks the end of the work, on the thread that did it.</summary>
    public void End()
    {
        lock (_gate)
        {
            _thread = null;
            _isLowHere |= _isLow;
        }
    }

    private void Apply()
    {
        if (!_isLow || _thread is null)
        {
            return;
        }

        if (OperatingSystem.IsLinux())
        {
            // Where the system refuses, the thread keeps its priority.
            _ = SetPriority(OfThread, _id, Low);
        }
        else
        {
            _thread.Priority = ThreadPriority.Lowest;
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThreadId();

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
