using Microsoft.Extensions.Primitives;
using Validation.Server.Checks;

namespace Validation.Server.Health;

/// <summary>A server that was told to stop takes no work.</summary>
internal sealed class DrainReadiness(Drain drain) : IReadiness
{
    public string? Lack => drain.Begun.IsCancellationRequested ? Texts.Stopping : null;

    public IChangeToken Watch()
    {
        // A server does not go back to work.
        return new CancellationChangeToken(drain.Begun.IsCancellationRequested ? CancellationToken.None : drain.Begun);
    }
}
