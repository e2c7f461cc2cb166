using System.Globalization;
using Grpc.Core;
using Validation.Server.Outcomes;

namespace Validation.Server.Grpc;

/// <summary>What a refusal is called in gRPC: the status codes mean what the gRPC guide says of them.</summary>
internal static class GrpcStatus
{
    // gRFC A6: when the client may try again, in milliseconds.
    private const string PushbackTrailer = "grpc-retry-pushback-ms";

    /// <summary>The answer, for gRPC to send.</summary>
    /// <exception cref="RpcException">There is none.</exception>
    public static T OrThrow<T>(this Outcome<T> outcome)
    {
        return outcome.IsAnswered(out var answer, out var refusal) ? answer : throw Exception(refusal);
    }

    /// <inheritdoc cref="OrThrow{T}(Outcome{T})"/>
    public static async Task<T> OrThrow<T>(this Task<Outcome<T>> outcome)
    {
        return (await outcome).OrThrow();
    }

    /// <summary>Ends the call with the refusal. Null: goes on.</summary>
    /// <exception cref="RpcException">There is one.</exception>
    public static void ThrowIfAny(this Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw Exception(refusal);
        }
    }

    /// <summary>The exception with which a call ends.</summary>
    public static RpcException Exception(Refusal refusal)
    {
        var trailers = new Metadata();
        if (refusal.RetryAfter is { } pause)
        {
            trailers.Add(PushbackTrailer, ((long)pause.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }

        return new RpcException(new Status(Code(refusal.Kind), refusal.Reason), trailers);
    }

    /// <summary>The status code of a kind of refusal.</summary>
    public static StatusCode Code(RefusalKind kind)
    {
        return kind switch
        {
            RefusalKind.Invalid => StatusCode.InvalidArgument,
            RefusalKind.Unauthenticated => StatusCode.Unauthenticated,
            RefusalKind.Forbidden => StatusCode.PermissionDenied,
            RefusalKind.NotFound => StatusCode.NotFound,
            RefusalKind.Conflict => StatusCode.FailedPrecondition,
            RefusalKind.TooLarge or RefusalKind.Throttled => StatusCode.ResourceExhausted,
            RefusalKind.TookTooLong => StatusCode.DeadlineExceeded,
            RefusalKind.Stalled => StatusCode.Aborted,
            RefusalKind.Full or RefusalKind.Unavailable => StatusCode.Unavailable,
            _ => StatusCode.Internal,
        };
    }
}
