using Validation.Server.Access;

namespace Validation.Server.Admission;

/// <summary>One that was taken of something shared; disposing gives it back, once.</summary>
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
