using Microsoft.Extensions.Primitives;

namespace Validation.Server.Health;

/// <summary>Whether the server takes work, for everybody who asks: gRPC health, /readyz, the page. Thread-safe.</summary>
internal sealed class ServerState(IEnumerable<IReadiness> needs)
{
    private readonly IReadOnlyList<IReadiness> _needs = [.. needs];

    /// <summary>Why the server takes no work, one Chinese sentence. Null: it does.</summary>
    public string? Lack => _needs.Select(need => need.Lack).FirstOrDefault(lack => lack is not null);

    /// <summary>Why a document that comes now is not taken, one Chinese sentence. Null: it is. A server that is about to go lacks something
    /// before anything stands in the way.</summary>
    public string? Obstacle => _needs.Select(need => need.Obstacle).FirstOrDefault(obstacle => obstacle is not null);

    /// <summary>A token that fires, once, when <see cref="Lack"/> may have changed since the call.</summary>
    public IChangeToken Watch()
    {
        return new CompositeChangeToken([.. _needs.Select(need => need.Watch())]);
    }
}
