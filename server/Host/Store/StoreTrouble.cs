using Validation.Server.Checks;

namespace Validation.Server.Store;

/// <summary>Says in the log that the store fails: once, and again only when it has worked in between. Not thread-safe.</summary>
internal sealed class StoreTrouble(ILogger log)
{
    private bool _isOn;

    /// <summary>Does something that is done again and again. A fault is logged and goes no further: also one of ours must not end the
    /// rounds.</summary>
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
            // The server stops, or whoever asked no longer waits.
            return false;
        }
        catch (Exception fault)
        {
            if (!_isOn)
            {
                ServerLog.StoreFailed(
                    log, fault is StoreException ? fault.InnerException?.Message ?? fault.Message : Fault.Describe(fault));
            }

            _isOn = true;
            return false;
        }
    }
}
