using Grpc.Core;
using Validation.V1;

namespace Validation.Client.Internal;

/// <summary>
/// The way of a batch's drafts: one call, and another one when that was lost and a server is soon there again. Thread-safe. What was not
/// answered is sent again, each draft once. A server that has answered nothing is not waited for: it is asked at once whether it is there.
/// </summary>
internal sealed class DraftLine(Func<DraftStream> open, Func<CancellationToken, Task<bool>> serverAnswers, TimeProvider time)
    : IAsyncDisposable
{
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    private static readonly TimeSpan[] AtOnce = [TimeSpan.Zero];

    private readonly SemaphoreSlim _replacing = new(1);
    private volatile DraftStream _stream = open();
    private bool _givenUp;

    /// <summary>Sends one draft, a second time if the first call was lost, and waits for its reply.</summary>
    /// <exception cref="RpcException">The call ended before the reply came.</exception>
    /// <exception cref="TimeoutException">There was no reply in time.</exception>
    public async Task<ValidateReply> CheckAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var stream = _stream;
        try
        {
            return await stream.CheckAsync(name, content, cancellationToken);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!await ReplaceAsync(stream, cancellationToken))
            {
                throw;
            }

            return await _stream.CheckAsync(name, content, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _replacing.Dispose();
    }

    /// <returns>Whether there is another call than the lost one.</returns>
    private async Task<bool> ReplaceAsync(DraftStream lost, CancellationToken cancellationToken)
    {
        await _replacing.WaitAsync(cancellationToken);
        try
        {
            if (_givenUp || _stream != lost)
            {
                return !_givenUp;
            }

            foreach (var pause in lost.HasAnswered ? Pauses : AtOnce)
            {
                await Task.Delay(pause, time, cancellationToken);
                if (await serverAnswers(cancellationToken))
                {
                    await lost.DisposeAsync();
                    _stream = open();
                    return true;
                }
            }

            _givenUp = true;
            return false;
        }
        finally
        {
            _replacing.Release();
        }
    }
}
