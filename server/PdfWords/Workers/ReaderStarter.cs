using System.Collections.Concurrent;

namespace Validation.PdfWords.Workers;

/// <summary>Starts processes on one thread that lives as long as they may: Linux ends a process with the thread that started it, not with
/// that thread's process.</summary>
internal sealed class ReaderStarter : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];

    public ReaderStarter()
    {
        var thread = new Thread(Run) { IsBackground = true, Name = "PDF readers" };
        thread.Start();
    }

    /// <summary>Starts a process, its standard streams connected to the server.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    /// <exception cref="InvalidOperationException">No more are started.</exception>
    public ReaderProcess Start(ReaderOptions options)
    {
        var started = new TaskCompletionSource<ReaderProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                started.SetResult(ReaderProcess.Start(options));
            }
            catch (Exception fault)
            {
                started.SetException(fault);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    /// <summary>Starts no further processes. Linux ends those that are left.</summary>
    public void Dispose() => _work.CompleteAdding();

    private void Run()
    {
        foreach (var action in _work.GetConsumingEnumerable())
        {
            action();
        }
    }
}
