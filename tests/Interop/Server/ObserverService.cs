using Grpc.Core;
using Validation.Interop.Protocol;

namespace Validation.Interop.Server;

internal sealed class ObserverService(Calls calls) : Observer.ObserverBase
{
    public override Task<Sight> Look(LookRequest request, ServerCallContext context)
    {
        var bytes = GC.GetTotalMemory(forceFullCollection: true);
        return Task.FromResult(new Sight { LiveCalls = calls.Live, ManagedBytes = bytes, Calls = calls.All });
    }
}
