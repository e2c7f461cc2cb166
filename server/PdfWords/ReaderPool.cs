using System.ComponentModel;
using Validation.Engine;
using Validation.Engine.Documents.Pdf;
using Validation.PdfWords.Workers;
using Validation.V1;

namespace Validation.PdfWords;

/// <summary>Reads the words of PDF in processes of their own, which stay warm, know nothing of the server, and are bound in memory, time
/// and what they may do. A process that ends, is ended, or answers nonsense costs the one document that it was reading, and is not used
/// again. Thread-safe.</summary>
public sealed class ReaderPool : IPageReader, IDisposable
{
    private readonly ReaderOptions _options;
    private readonly SemaphoreSlim _places;
    private readonly ReaderStarter _starter = new();
    private readonly Lock _lock = new();
    private readonly HashSet<ReaderProcess> _all = [];
    private readonly Stack<ReaderProcess> _idle = new();
    private bool _isWarm;
    private bool _isClosed;

    /// <summary>Makes a pool. No process is started before it is needed.</summary>
    public ReaderPool(ReaderOptions options)
    {
        _options = options;
        _places = new SemaphoreSlim(options.Processes, options.Processes);
    }

    /// <summary>The ids of the processes that there are now.</summary>
    public IReadOnlyList<int> Processes
    {
        get
        {
            lock (_lock)
            {
                return [.. _all.Where(process => !process.HasExited).Select(process => process.Id)];
            }
        }
    }

    /// <inheritdoc/>
    public PageReading Read(ReadOnlyMemory<byte> content, EngineLimits limits, CancellationToken cancellationToken)
    {
        _places.Wait(cancellationToken);
        try
        {
            return ReadInPlace(content, limits, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Keeps one process ready from now on: when it is used or ends, another is started.</summary>
    public void KeepWarm()
    {
        _isWarm = true;
        Prepare();
    }

    /// <summary>Ends all processes of the pool, at once.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            _starter.Dispose();
            foreach (var process in _all)
            {
                process.Dispose();
            }

            _all.Clear();
            _idle.Clear();
        }
    }

    private PageReading ReadInPlace(ReadOnlyMemory<byte> content, EngineLimits limits, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Take(cancellationToken) is not { } process)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return PageReading.Refusal(Reason.ReaderUnavailable);
            }

            var (reading, isReceived) = Read(process, content, limits, cancellationToken);
            if (reading is not null)
            {
                return reading;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (isReceived || process.Documents == 1)
            {
                _options.Lost?.Invoke(process.Documents);
                return PageReading.Refusal(Reason.ReaderFailed);
            }

            // The process was ended while it was idle, which is no fault of this document.
        }
    }

    private (PageReading? Reading, bool IsReceived) Read(
        ReaderProcess process, ReadOnlyMemory<byte> content, EngineLimits limits, CancellationToken cancellationToken)
    {
        PageReading? reading = null;
        var isReceived = false;
        try
        {
            using var kill = cancellationToken.Register(static process => ((ReaderProcess)process!).Kill(), process);
            reading = process.Read(content, limits, _options.ProcessorTime, out isReceived);
        }
        finally
        {
            // A process that was killed a moment ago has ended, or is about to.
            GiveBack(process, reading is not null && !cancellationToken.IsCancellationRequested);
        }

        return (reading, isReceived);
    }

    private ReaderProcess? Take(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            while (_idle.TryPop(out var idle))
            {
                if (!idle.HasExited)
                {
                    return idle;
                }

                Remove(idle);
            }
        }

        return Start(cancellationToken);
    }

    private void GiveBack(ReaderProcess process, bool isSound)
    {
        lock (_lock)
        {
            if (isSound && !_isClosed && _idle.Count < _options.Idle && process.Documents < _options.Documents)
            {
                _idle.Push(process);
                return;
            }

            Remove(process);
        }

        if (_isWarm)
        {
            _ = Task.Factory.StartNew(Prepare, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    // Null: no process can be started, or none can be bound.
    private ReaderProcess? Start(CancellationToken cancellationToken)
    {
        ReaderProcess process;
        try
        {
            process = _starter.Start(_options);
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException)
        {
            return null;
        }

        if (!Add(process))
        {
            return null;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var kill = late.Token.Register(static process => ((ReaderProcess)process!).Kill(), process);
        late.CancelAfter(_options.StartTime);
        if (process.IsLockedIn())
        {
            return process;
        }

        lock (_lock)
        {
            Remove(process);
        }

        return null;
    }

    // Starts a process for the next document, if there is none.
    private void Prepare()
    {
        lock (_lock)
        {
            if (_isClosed || _idle.Count > 0 || _all.Count >= _options.Processes)
            {
                return;
            }
        }

        if (Start(CancellationToken.None) is not { } process)
        {
            return;
        }

        lock (_lock)
        {
            if (!_isClosed)
            {
                _idle.Push(process);
            }
        }
    }

    private bool Add(ReaderProcess process)
    {
        lock (_lock)
        {
            if (!_isClosed)
            {
                return _all.Add(process);
            }
        }

        process.Dispose();
        return false;
    }

    private void Remove(ReaderProcess process)
    {
        _all.Remove(process);
        process.Dispose();
    }
}
