using Grpc.Core;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>A client that takes no reply, and notices when two are pressed on it at once.</summary>
internal sealed class SlowReplies : IServerStreamWriter<ValidateReply>
{
    private int _writing;

    public bool Overlapped { get; private set; }

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(ValidateReply message)
    {
        return WriteAsync(message, CancellationToken.None);
    }

    public async Task WriteAsync(ValidateReply message, CancellationToken cancellationToken)
    {
        Overlapped |= Interlocked.Increment(ref _writing) > 1;
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _writing);
        }
    }
}
