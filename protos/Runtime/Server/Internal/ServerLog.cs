using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>What the server logs. Never the content of a message, nor a status's detail, which may quote it.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "Request content type '{ContentType}' is not supported.",
        EventName = "UnsupportedRequestContentType")]
    public static partial void UnsupportedRequestContentType(ILogger logger, string? contentType);

    [LoggerMessage(2, LogLevel.Information, "Request protocol '{Protocol}' is not supported.", EventName = "UnsupportedRequestProtocol")]
    public static partial void UnsupportedRequestProtocol(ILogger logger, string protocol);

    [LoggerMessage(3, LogLevel.Error, "Error when executing service method '{Method}'.", EventName = "ErrorExecutingServiceMethod")]
    public static partial void ErrorExecutingServiceMethod(ILogger logger, string method, Exception exception);

    [LoggerMessage(4, LogLevel.Information, "Service method '{Method}' ended with status {StatusCode}.", EventName = "RpcFailed")]
    public static partial void RpcFailed(ILogger logger, string method, StatusCode statusCode);

    [LoggerMessage(5, LogLevel.Debug, "The deadline of '{Method}' has passed.", EventName = "DeadlineExceeded")]
    public static partial void DeadlineExceeded(ILogger logger, string method);

    [LoggerMessage(6, LogLevel.Debug, "The client has cancelled '{Method}' or is gone.", EventName = "CallCancelled")]
    public static partial void CallCancelled(ILogger logger, string method);

    [LoggerMessage(7, LogLevel.Debug, "An invalid grpc-timeout is ignored.", EventName = "InvalidTimeoutIgnored")]
    public static partial void InvalidTimeoutIgnored(ILogger logger);

    [LoggerMessage(8, LogLevel.Information, "'{Path}' is not implemented.", EventName = "MethodUnimplemented")]
    public static partial void MethodUnimplemented(ILogger logger, string? path);
}
