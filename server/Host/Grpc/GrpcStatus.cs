using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Validation.Server.Outcomes;
using Validation.Server.Wording;
using Status = Grpc.Core.Status;

namespace Validation.Server.Grpc;

/// <summary>Translates a refusal into gRPC: a status code as the gRPC guide defines it, and details (google.rpc.ErrorInfo, RetryInfo,
/// BadRequest) with the names of HTTP's problems.</summary>
internal static class GrpcStatus
{
    /// <summary>The domain of every ErrorInfo.</summary>
    public const string Domain = "validation.v1";

    /// <summary>The key of an ErrorInfo that holds the limit that was passed, in bytes.</summary>
    public const string LimitKey = "limit_bytes";

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

    /// <summary>The exception that ends a call with the refusal.</summary>
    public static RefusedCallException Exception(Refusal refusal)
    {
        return new RefusedCallException(refusal, new Status(Code(refusal.Kind), refusal.Reason), Trailers(refusal));
    }

    /// <summary>The exception that ends a call whose client has gone.</summary>
    /// <param name="isStopping">Whether the server is stopping. The client may then still be there, on a connection that closes.</param>
    public static RpcException OfLostClient(bool isStopping)
    {
        return isStopping
            ? Exception(new Refusal(RefusalKind.Stopping, CommonTexts.Stopping))
            : new RpcException(new Status(StatusCode.Cancelled, GrpcTexts.Cancelled));
    }

    /// <summary>The trailers for programs: the details of the error, and when to come again.</summary>
    public static Metadata Trailers(Refusal refusal)
    {
        var trailers = new Metadata();
        if (refusal.RetryAfter is { } pause)
        {
            trailers.Add(PushbackTrailer, ((long)pause.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        }

        trailers.SetRpcStatus(Details(refusal));
        return trailers;
    }

    private static Google.Rpc.Status Details(Refusal refusal)
    {
        var info = new ErrorInfo { Domain = Domain, Reason = ProblemCode.Of(refusal.Kind).Reason };
        if (refusal.LimitBytes is { } limit)
        {
            info.Metadata[LimitKey] = limit.ToString(CultureInfo.InvariantCulture);
        }

        var status = new Google.Rpc.Status
        {
            Code = (int)Code(refusal.Kind), Message = refusal.Reason, Details = { Any.Pack(info) },
        };
        if (refusal.RetryAfter is { } pause)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(pause) }));
        }

        if (refusal.Field is { } field)
        {
            var violation = new BadRequest.Types.FieldViolation { Field = field, Description = refusal.Reason };
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violation } }));
        }

        return status;
    }

    /// <summary>The name of that status code, such as "PermissionDenied".</summary>
    public static string Name(RefusalKind kind)
    {
        return Code(kind).ToString();
    }

    /// <summary>The same as figures name it, such as "permission_denied".</summary>
    public static string Word(RefusalKind kind)
    {
        return EnumWord<StatusCode>.Of(Code(kind));
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
            RefusalKind.TooLarge or RefusalKind.ReplyTooLarge or RefusalKind.Throttled => StatusCode.ResourceExhausted,
            RefusalKind.TookTooLong => StatusCode.DeadlineExceeded,
            RefusalKind.Stalled => StatusCode.Aborted,
            RefusalKind.Full or RefusalKind.Unavailable or RefusalKind.Stopping => StatusCode.Unavailable,
            _ => StatusCode.Internal,
        };
    }
}
