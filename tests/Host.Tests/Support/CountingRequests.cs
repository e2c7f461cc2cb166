using Grpc.Core;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>A client that always has one more draft, and counts how many were taken.</summary>
internal sealed class CountingRequests : IAsyncStreamReader<ValidateRequest>
{
    private int _taken;

    public int Taken => Volatile.Read(ref _taken);

    public ValidateRequest Current { get; private set; } = new();

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Current = Drafts.Request($"{Interlocked.Increment(ref _taken)}", "草稿");
        return true;
    }
}
