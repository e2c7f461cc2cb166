using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Validation.Interop.Protocol;
using Validation.Interop.Wire;

namespace Validation.Interop.Client.Cases;

internal static class UnaryCases
{
    private const int RequestSize = 271_828;
    private const int ResponseSize = 314_159;

    /// <summary>The request that most cases with one request send.</summary>
    public static SimpleRequest LargeRequest => new() { ResponseSize = ResponseSize, Payload = Zeros.Payload(RequestSize) };

    public static void CheckLarge(SimpleResponse response) => Expect.ZerosOf(ResponseSize, response.Payload);

    public static async Task EmptyAsync(Connection connection)
    {
        var response = await connection.Service.EmptyCallAsync(new Empty());
        Expect.Equal(new Empty(), response, "the response");
    }

    public static async Task LargeAsync(Connection connection)
    {
        CheckLarge(await connection.Service.UnaryCallAsync(LargeRequest));
    }

    // The description wants GET and a proxy that keeps the answer. gRPC has given up GET: what is left is that the call succeeds and
    // that its headers would allow a proxy to keep the answer.
    public static async Task<Outcome> CacheableAsync(Connection connection)
    {
        var now = TimeProvider.System.GetTimestamp().ToString(CultureInfo.InvariantCulture);
        var request = new SimpleRequest { Payload = new Payload { Body = ByteString.CopyFromUtf8(now) } };
        for (var i = 0; i < 2; i++)
        {
            using var call = connection.Service.CacheableUnaryCallAsync(request, new Metadata { { "x-user-ip", "1.2.3.4" } });
            var response = await call.ResponseAsync;
            Expect.True(response.Payload?.Body.Length > 0, "the response has no payload");
            var control = (await call.ResponseHeadersAsync).GetValue("cache-control");
            Expect.True(control?.Contains("max-age", StringComparison.Ordinal) == true, $"cache-control is '{control}'");
        }

        return Outcome.PassedBut("over POST and without a proxy: the answers need not be the same");
    }
}
