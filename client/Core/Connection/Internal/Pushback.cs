using System.Globalization;
using Grpc.Core;

namespace Validation.Client.Internal;

/// <summary>How a busy server asks for patience: the trailer that gRPC's retry design defines.</summary>
internal static class Pushback
{
    private const string Trailer = "grpc-retry-pushback-ms";

    /// <summary>When the server wants to be asked again; null: it does not.</summary>
    public static TimeSpan? Of(RpcException refusal)
    {
        var said = refusal.StatusCode == StatusCode.ResourceExhausted ? refusal.Trailers.GetValue(Trailer) : null;
        var asks = int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds);
        return asks ? TimeSpan.FromMilliseconds(milliseconds) : null;
    }
}
