using Microsoft.Extensions.Primitives;
using Validation.Server.Checks;
using Validation.Server.Outcomes;

namespace Validation.Server.Health;

/// <summary>A server that was told to stop says at once that it takes no work; what comes all the same is taken for as long as
/// configured.</summary>
internal sealed class DrainReadiness(Drain drain) : IReadiness
{
    public string? Lack => drain.Leaving.IsCancellationRequested ? CommonTexts.Stopping : null;

    public string? Obstacle => drain.Begun.IsCancellationRequested ? CommonTexts.Stopping : null;

    public IChangeToken Watch()
    {
        // A server does not go back to work.
        return new CancellationChangeToken(
            !drain.Leaving.IsCancellationRequested ? drain.Leaving
            : !drain.Begun.IsCancellationRequested ? drain.Begun
            : CancellationToken.None);
    }
}
