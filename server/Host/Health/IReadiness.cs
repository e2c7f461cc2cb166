using Microsoft.Extensions.Primitives;

namespace Validation.Server.Health;

/// <summary>One of the things that the server needs to take work. Thread-safe.</summary>
internal interface IReadiness
{
    /// <summary>Why there is none of it now, one Chinese sentence. Null: it is there.</summary>
    string? Lack { get; }

    /// <summary>Why a document that comes now is not taken, one Chinese sentence. Null: it is.</summary>
    string? Obstacle => Lack;

    /// <summary>A token that fires, once, when <see cref="Lack"/> may have changed since the call.</summary>
    IChangeToken Watch();
}
