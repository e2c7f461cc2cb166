using Validation.Server.Wording;

namespace Validation.Server.Store;

/// <summary>Logs that the store fails: once, and again only after it has worked in between. Not thread-safe.</summary>
internal sealed class StoreTrouble(ILogger log)
{
    private bool _isOn;

    /// <summary>Runs work that is repeated. A fault is logged and not thrown, not even one of ours, so that the repetition goes
    /// on.</summary>
    /// <returns>Whether it was done. False also when it was cancelled.</returns>
    public async Task<bool> TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
            _isOn = false;
            return true;
        }
        catch (OperationCanceledException)
        {
            // The server stops, or the caller no longer waits.
            return false;
        }
        catch (Exception fault)
        {
            if (!_isOn)
            {
                StoreLog.StoreFailed(
                    log, fault is StoreException ? fault.InnerException?.Message ?? fault.Message : FaultText.Of(fault));
            }

            _isOn = true;
            return false;
        }
    }
}
