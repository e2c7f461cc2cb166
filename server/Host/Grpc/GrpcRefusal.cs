using System.Globalization;
using System.Text;
using Validation.Server.Outcomes;

namespace Validation.Server.Grpc;

/// <summary>Ends a gRPC call before it begins, with a response of trailers only, as the gRPC protocol defines it.</summary>
internal static class GrpcRefusal
{
    private const string ContentType = "application/grpc";

    /// <summary>Whether a request is a gRPC call.</summary>
    public static bool IsGrpc(HttpRequest request)
    {
        return request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;
    }

    /// <summary>Writes the refusal as a gRPC reply without messages, its status in the headers.</summary>
    public static Task WriteAsync(HttpResponse response, Refusal refusal)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = ContentType;
        response.Headers["grpc-status"] = ((int)GrpcStatus.Code(refusal.Kind)).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Encode(refusal.Reason);
        foreach (var trailer in GrpcStatus.Trailers(refusal))
        {
            response.Headers[trailer.Key] = trailer.IsBinary ? Convert.ToBase64String(trailer.ValueBytes) : trailer.Value;
        }

        return response.CompleteAsync();
    }

    /// <summary>Percent-encodes everything but printable ASCII, and the percent sign.</summary>
    private static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            _ = one is >= (byte)' ' and <= (byte)'~' and not (byte)'%'
                ? encoded.Append((char)one)
                : encoded.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
        }

        return encoded.ToString();
    }
}
