using Grpc.Core;
using Grpc.Core.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Turns away what is no gRPC request, in terms of HTTP.</summary>
internal static class RequestCheck
{
    /// <returns>False: the response has been set.</returns>
    public static bool IsGrpc(HttpContext context, ILogger logger)
    {
        var request = context.Request;
        if (!GrpcHeaders.IsGrpc(request.ContentType))
        {
            ServerLog.UnsupportedRequestContentType(logger, request.ContentType);
            Refuse(context, StatusCodes.Status415UnsupportedMediaType, $"Content-Type '{request.ContentType}' is not supported.");
            return false;
        }

        if (!HttpProtocol.IsHttp2(request.Protocol) && !HttpProtocol.IsHttp3(request.Protocol))
        {
            ServerLog.UnsupportedRequestProtocol(logger, request.Protocol);
            context.Response.Headers[HeaderNames.Upgrade] = HttpProtocol.Http2;
            Refuse(context, StatusCodes.Status426UpgradeRequired, $"Request protocol '{request.Protocol}' is not supported.");
            return false;
        }

        return true;
    }

    private static void Refuse(HttpContext context, int httpStatus, string detail)
    {
        context.Response.StatusCode = httpStatus;
        ResponseStatus.Write(context.Response.Headers, new Status(StatusCode.Internal, detail), null);
    }
}
