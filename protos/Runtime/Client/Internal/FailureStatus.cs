using System.Net.Sockets;
using System.Security.Authentication;
using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>What to make of a failure of HTTP: see "gRPC over HTTP/2", section Errors, and "HTTP to gRPC Status Code Mapping".</summary>
internal static class FailureStatus
{
    public static StatusCode OfHttp(int status) => status switch
    {
        400 => StatusCode.Internal,
        401 => StatusCode.Unauthenticated,
        403 => StatusCode.PermissionDenied,
        404 => StatusCode.Unimplemented,
        429 or 502 or 503 or 504 => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };

    public static StatusCode OfReset(long errorCode) => errorCode switch
    {
        0x7 => StatusCode.Unavailable,
        0x8 => StatusCode.Cancelled,
        0xb => StatusCode.ResourceExhausted,
        0xc => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };

    public static Status Of(Exception failure, bool deadlineHasPassed)
    {
        if (failure is RpcException refusal)
        {
            return refusal.Status;
        }

        var code = CodeOf(failure);
        if (code == StatusCode.Cancelled && deadlineHasPassed)
        {
            code = StatusCode.DeadlineExceeded;
        }

        return new Status(code, $"Error in the transport of the call. {Describe(failure)}", failure);
    }

    private static StatusCode CodeOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                // .NET gives a missed ping the code of a broken protocol, and a server that goes away the code of a reset without error:
                // only its text tells them apart. In a trimmed program that is a key, such as net_http_http2_connection_close.
                case HttpProtocolException lost when lost.Message.Contains("ping", StringComparison.Ordinal):
                case HttpProtocolException { ErrorCode: 0 } gone when gone.Message.Contains("connection", StringComparison.Ordinal):
                    return StatusCode.Unavailable;
                case HttpProtocolException reset:
                    return OfReset(reset.ErrorCode);
                // Whoever cancels a call has given it its status before: this is a time-out of the transport or a lost connection.
                case OperationCanceledException or ObjectDisposedException or SocketException or AuthenticationException:
                case HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }:
                case HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }:
                    return StatusCode.Unavailable;
            }
        }

        return failure is IOException ? StatusCode.Unavailable : StatusCode.Internal;
    }

    private static string Describe(Exception failure)
    {
        var text = $"{failure.GetType().Name}: {failure.Message}";
        return failure.InnerException is null ? text : $"{text} {Describe(failure.InnerException)}";
    }
}
