using Grpc.Core;
using Validation.Interop.Protocol;
using Validation.Interop.Wire;

namespace Validation.Interop.Client.Cases;

/// <summary>Compressed requests.</summary>
internal static class ClientCompressionCases
{
    private static readonly Outcome WithoutProbe = Outcome.PassedBut("the server's library does not show it which requests are compressed");

    public static async Task<Outcome> UnaryAsync(Connection connection)
    {
        if (connection.Settings.SeesFlags)
        {
            await Expect.FailureAsync(
                StatusCode.InvalidArgument, () => connection.Service.UnaryCallAsync(Expecting(compressed: true)).ResponseAsync);
        }

        UnaryCases.CheckLarge(await connection.Service.UnaryCallAsync(Expecting(compressed: true), Connection.Gzip));
        UnaryCases.CheckLarge(await connection.Service.UnaryCallAsync(Expecting(compressed: false)));
        return connection.Settings.SeesFlags ? Outcome.Passed : WithoutProbe;
    }

    public static async Task<Outcome> StreamingAsync(Connection connection)
    {
        if (connection.Settings.SeesFlags)
        {
            await Expect.FailureAsync(StatusCode.InvalidArgument, () => ProbeAsync(connection));
        }

        using var call = connection.Service.StreamingInputCall(Connection.Gzip);
        await call.RequestStream.WriteAsync(Expecting(27_182, compressed: true));
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(Expecting(45_904, compressed: false));
        await call.RequestStream.CompleteAsync();
        Expect.Equal(73_086, (await call.ResponseAsync).AggregatedPayloadSize, "the size of the requests");
        return connection.Settings.SeesFlags ? Outcome.Passed : WithoutProbe;
    }

    private static async Task ProbeAsync(Connection connection)
    {
        using var call = connection.Service.StreamingInputCall();
        await call.RequestStream.WriteAsync(Expecting(27_182, compressed: true));
        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync;
    }

    private static SimpleRequest Expecting(bool compressed)
    {
        var request = UnaryCases.LargeRequest;
        request.ExpectCompressed = new BoolValue { Value = compressed };
        return request;
    }

    private static StreamingInputCallRequest Expecting(int size, bool compressed)
    {
        return new StreamingInputCallRequest { Payload = Zeros.Payload(size), ExpectCompressed = new BoolValue { Value = compressed } };
    }
}
