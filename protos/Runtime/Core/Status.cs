namespace Grpc.Core;

/// <summary>What came of a call: a code and a sentence. Immutable.</summary>
public struct Status
{
    /// <summary>Success, with an empty detail.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary>Cancelled, with an empty detail.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    /// <summary>Makes a status.</summary>
    /// <param name="statusCode">The code.</param>
    /// <param name="detail">A sentence for the caller. Goes over the wire.</param>
    public Status(StatusCode statusCode, string detail)
        : this(statusCode, detail, null)
    {
    }

    /// <summary>Makes a status with the exception that led to it.</summary>
    /// <param name="statusCode">The code.</param>
    /// <param name="detail">A sentence for the caller. Goes over the wire.</param>
    /// <param name="debugException">The cause, for finding faults; null if there is none. Never goes over the wire.</param>
    public Status(StatusCode statusCode, string detail, Exception? debugException)
    {
        StatusCode = statusCode;
        Detail = detail;
        DebugException = debugException;
    }

    /// <summary>The code.</summary>
    public StatusCode StatusCode { get; }

    /// <summary>A sentence for the caller; may be empty.</summary>
    public string Detail { get; }

    /// <summary>The local cause, only on the client, only for finding faults. Null: there is none.</summary>
    public Exception? DebugException { get; }

    /// <summary>The code, the detail and the cause, for people.</summary>
    /// <returns>A text whose form may change.</returns>
    public override string ToString() => DebugException is null
        ? $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")"
        : $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\", DebugException=\"{DebugException}\")";
}
