using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Core.Internal;

namespace Grpc.Net.Client.Internal;

/// <summary>The head and the end of a call's HTTP response ("gRPC over HTTP/2", section Responses).</summary>
internal static class ResponseHeaders
{
    /// <summary>Tells from the head that the answer is not gRPC.</summary>
    /// <returns>What to make of it; null if it is gRPC.</returns>
    public static Status? Refusal(HttpResponseMessage response)
    {
        if (response.Version < HttpVersion.Version20)
        {
            return new Status(
                StatusCode.Internal, $"Bad gRPC response. The protocol was downgraded to HTTP/{response.Version}.");
        }

        if (response.Headers.Contains(GrpcHeaders.Status))
        {
            return null;
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            var code = (int)response.StatusCode;
            return new Status(FailureStatus.OfHttp(code), $"Bad gRPC response. HTTP status code: {code}");
        }

        var contentType = response.Content.Headers.ContentType?.ToString();
        return GrpcHeaders.IsGrpc(contentType)
            ? null
            : new Status(StatusCode.Unknown, $"Bad gRPC response. Invalid content-type value: {contentType ?? "(none)"}");
    }

    /// <summary>Reads the user's metadata.</summary>
    public static Metadata Read(HttpHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers.NonValidated)
        {
            if (GrpcHeaders.IsOfProtocol(name))
            {
                continue;
            }

            foreach (var value in values)
            {
                Add(metadata, name, value);
            }
        }

        return metadata;
    }

    /// <summary>Reads status and trailers.</summary>
    public static (Status Status, Metadata Trailers) ReadEnd(HttpHeaders headers)
    {
        var text = First(headers, GrpcHeaders.Status);
        var detail = PercentEncoding.Decode(First(headers, GrpcHeaders.Message) ?? "");
        if (text is null)
        {
            return (new Status(StatusCode.Unknown, "No grpc-status found on response."), Read(headers));
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? (new Status((StatusCode)code, detail), Read(headers))
            : (new Status(StatusCode.Unknown, $"Unexpected grpc-status value: {text}"), Read(headers));
    }

    public static string? First(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;

    private static void Add(Metadata metadata, string name, string value)
    {
        try
        {
            WireMetadata.Add(metadata, name, value);
        }
        catch (FormatException e)
        {
            throw new RpcException(new Status(StatusCode.Internal, e.Message));
        }
        catch (ArgumentException)
        {
            // HTTP allows more characters in a name than gRPC does; such a header is no metadata.
        }
    }
}
