namespace Grpc.Core;

/// <summary>How a client makes one call. Immutable: each <c>With</c> gives a changed copy.</summary>
public struct CallOptions
{
    /// <summary>Makes options.</summary>
    /// <param name="headers">The headers to send; null for none.</param>
    /// <param name="deadline">When the call must have ended, UTC; null for never.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="writeOptions">How requests are written; null for the default.</param>
    /// <param name="propagationToken">The call in which this one is made; null for none.</param>
    /// <param name="credentials">Adds headers that say who calls; null for none.</param>
    public CallOptions(
        Metadata? headers = null,
        DateTime? deadline = null,
        CancellationToken cancellationToken = default,
        WriteOptions? writeOptions = null,
        ContextPropagationToken? propagationToken = null,
        CallCredentials? credentials = null)
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
        WriteOptions = writeOptions;
        PropagationToken = propagationToken;
        Credentials = credentials;
    }

    /// <summary>The headers to send. Null: none.</summary>
    public Metadata? Headers { get; private set; }

    /// <summary>When the call must have ended, UTC. Null: never.</summary>
    public DateTime? Deadline { get; private set; }

    /// <summary>Cancels the call, which then ends with <see cref="StatusCode.Cancelled"/> if it has not ended before.</summary>
    public CancellationToken CancellationToken { get; private set; }

    /// <summary>How requests are written. Null: the default.</summary>
    public WriteOptions? WriteOptions { get; private set; }

    /// <summary>The call in which this one is made. Null: none.</summary>
    public ContextPropagationToken? PropagationToken { get; private set; }

    /// <summary>Adds headers that say who calls. Null: none.</summary>
    public CallCredentials? Credentials { get; private set; }

    /// <summary>Gives a copy with other headers.</summary>
    /// <param name="headers">The headers.</param>
    /// <returns>The copy.</returns>
    public CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>Gives a copy with another deadline.</summary>
    /// <param name="deadline">When the call must have ended, UTC.</param>
    /// <returns>The copy.</returns>
    public CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>Gives a copy with another token.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The copy.</returns>
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) =>
        this with { CancellationToken = cancellationToken };

    /// <summary>Gives a copy with other write options.</summary>
    /// <param name="writeOptions">How requests are written.</param>
    /// <returns>The copy.</returns>
    public CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };

    /// <summary>Gives a copy with another propagation token.</summary>
    /// <param name="propagationToken">The call in which this one is made.</param>
    /// <returns>The copy.</returns>
    public CallOptions WithPropagationToken(ContextPropagationToken propagationToken) =>
        this with { PropagationToken = propagationToken };

    /// <summary>Gives a copy with other credentials.</summary>
    /// <param name="credentials">Adds headers that say who calls.</param>
    /// <returns>The copy.</returns>
    public CallOptions WithCredentials(CallCredentials credentials) => this with { Credentials = credentials };
}
