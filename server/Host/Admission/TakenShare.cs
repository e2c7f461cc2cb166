using Validation.Server.Access;

namespace Validation.Server.Admission;

/// <summary>One unit of a shared amount; disposing gives it back, once.</summary>
internal sealed class TakenShare(FairShare shares, Principal principal) : IDisposable
{
    private bool _isOver;

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isOver, true))
        {
            shares.GiveBack(principal, 1);
        }
    }
}
