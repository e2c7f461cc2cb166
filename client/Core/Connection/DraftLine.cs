using Grpc.Core;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>
/// The way of a batch's drafts: one call, and another one when that was lost and a server is soon there again. Thread-safe. What was not
/// answered is sent again, each draft once. One server that has answered nothing is not waited for: it is asked at once whether it is
/// there, and given up after some calls in vain. Of several servers another one may soon be there.
/// </summary>
/// <param name="open">Opens a call.</param>
/// <param name="serverAnswers">Asks whether a server is there.</param>
/// <param name="hasSeveral">Whether there are several servers.</param>
/// <param name="time">The clock.</param>
internal sealed class DraftLine(
    Func<DraftStream> open, Func<CancellationToken, Task<bool>> serverAnswers, bool hasSeveral, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    // Of several servers each call takes the next one, which may be there when this one is not.
    private static readonly TimeSpan[] PausesInVain = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(0.5), .. Pauses];

    private readonly SemaphoreSlim _replacing = new(1);
    private volatile DraftStream _stream = open();
    private int _inVain;
    private bool _givenUp;

    /// <summary>Sends one draft, a second time if its call was lost, and waits for its reply. A call that was lost before it answered
    /// anything reached nobody: that one does not count.</summary>
    /// <exception cref="RpcException">The call ended before the reply came.</exception>
    /// <exception cref="TimeoutException">There was no reply in time.</exception>
    public async Task<ValidateReply> CheckAsync(SentDraft draft, CancellationToken cancellationToken)
    {
        var isSecond = false;
        while (true)
        {
            var stream = _stream;
            try
            {
                return await stream.CheckAsync(draft, cancellationToken);
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable && !(isSecond && stream.HasAnswered))
            {
                cancellationToken.ThrowIfCancellationRequested();
                isSecond |= stream.HasAnswered;
                if (!await ReplaceAsync(stream, cancellationToken))
                {
                    throw;
                }
            }
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

            _inVain = lost.HasAnswered ? 0 : _inVain + 1;
            if (!await WaitAsync(lost.HasAnswered, cancellationToken))
            {
                _givenUp = true;
                return false;
            }

            await lost.DisposeAsync();
            _stream = open();
            return true;
        }
        finally
        {
            _replacing.Release();
        }
    }

    /// <returns>Whether another call is worth its while now.</returns>
    private async Task<bool> WaitAsync(bool hasAnswered, CancellationToken cancellationToken)
    {
        if (hasSeveral && !hasAnswered)
        {
            // The next call is the question: servers take turns, so one that is asked in between takes the turn of that which is there.
            var isLeft = _inVain <= PausesInVain.Length;
            await Task.Delay(isLeft ? PausesInVain[_inVain - 1] : TimeSpan.Zero, time, cancellationToken);
            return isLeft;
        }

        foreach (var pause in hasAnswered ? Pauses : PausesInVain.Skip(_inVain - 1).Take(1))
        {
            await Task.Delay(pause, time, cancellationToken);
            if (await serverAnswers(cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
