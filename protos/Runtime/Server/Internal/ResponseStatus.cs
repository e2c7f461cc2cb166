using System.Globalization;
using Grpc.Core;
using Grpc.Core.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Writes the end of a call: into the trailers, or into the headers if no headers have been sent ("Trailers-Only").</summary>
internal static class ResponseStatus
{
    private static readonly string[] Codes =
        [.. Enumerable.Range(0, 17).Select(code => code.ToString(CultureInfo.InvariantCulture))];

    public static void Write(HttpResponse response, Status status, Metadata? trailers)
    {
        var target = response.HasStarted
            ? response.HttpContext.Features.Get<IHttpResponseTrailersFeature>()?.Trailers
            : response.Headers;
        if (target is { IsReadOnly: false })
        {
            Write(target, status, trailers);
        }
    }

    public static void Write(IHeaderDictionary target, Status status, Metadata? trailers)
    {
        var code = (int)status.StatusCode;
        target[GrpcHeaders.Status] =
            (uint)code < (uint)Codes.Length ? Codes[code] : code.ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(status.Detail))
        {
            target[GrpcHeaders.Message] = PercentEncoding.Encode(status.Detail);
        }

        if (trailers is not null)
        {
            Append(target, trailers);
        }
    }

    public static void Append(IHeaderDictionary target, Metadata metadata)
    {
        foreach (var entry in metadata)
        {
            if (!GrpcHeaders.IsOfProtocol(entry.Key))
            {
                target.Append(entry.Key, WireMetadata.Encode(entry));
            }
        }
    }
}
