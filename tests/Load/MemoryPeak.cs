using Validation.Tests.Support;

namespace Validation.Load;

/// <summary>The most memory that a process and its children held while this was not disposed of.</summary>
internal sealed class MemoryPeak : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly ProcessFigures? _process;
    private readonly Timer _timer;
    private long _bytes;

    /// <param name="process">The process. Null: it is elsewhere, and nothing is known of it.</param>
    public MemoryPeak(ProcessFigures? process)
    {
        _process = process;
        _timer = new Timer(_ => _bytes = Math.Max(_bytes, _process?.Memory ?? 0), null, TimeSpan.Zero, Look);
    }

    public long Bytes => _bytes;

    public void Dispose()
    {
        _timer.Dispose();
    }
}
