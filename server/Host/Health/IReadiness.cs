using Microsoft.Extensions.Primitives;

namespace Validation.Server.Health;

/// <summary>A condition that must hold for the server to take work. Thread-safe.</summary>
internal interface IReadiness
{
    /// <summary>Why the condition does not hold now, one Chinese sentence. Null: it holds.</summary>
    string? Lack { get; }

    /// <summary>Why a document that comes now is refused, one Chinese sentence. Null: it is taken.</summary>
    string? Obstacle => Lack;

    /// <summary>A token that fires, once, when <see cref="Lack"/> may have changed since the call.</summary>
    IChangeToken Watch();
}
