using Grpc.Core;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>The replies of one call, written one at a time. Thread-safe.</summary>
internal sealed class ReplyStream(IServerStreamWriter<ValidateReply> writer) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task WriteAsync(ValidateReply reply, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await writer.WriteAsync(reply, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
    }
}
