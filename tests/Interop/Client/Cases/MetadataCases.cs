using Grpc.Core;
using Validation.Interop.Wire;

namespace Validation.Interop.Client.Cases;

internal static class MetadataCases
{
    private const string Initial = "test_initial_metadata_value";

    private static readonly byte[] Trailing = [0xab, 0xab, 0xab];

    public static async Task CustomAsync(Connection connection)
    {
        var metadata = new Metadata { { GrpcNames.EchoInitial, Initial }, { GrpcNames.EchoTrailing, Trailing } };

        using var unary = connection.Service.UnaryCallAsync(UnaryCases.LargeRequest, metadata);
        UnaryCases.CheckLarge(await unary.ResponseAsync);
        Check(await unary.ResponseHeadersAsync, unary.GetTrailers());

        using var duplex = connection.Service.FullDuplexCall(metadata);
        await duplex.RequestStream.WriteAsync(StreamingCases.Request(271_828, 314_159));
        await duplex.RequestStream.CompleteAsync();
        Expect.True(await duplex.ResponseStream.MoveNext(CancellationToken.None), "the response is missing");
        Expect.ZerosOf(314_159, duplex.ResponseStream.Current.Payload);
        Expect.True(!await duplex.ResponseStream.MoveNext(CancellationToken.None), "there is a response too many");
        Check(await duplex.ResponseHeadersAsync, duplex.GetTrailers());
    }

    private static void Check(Metadata headers, Metadata trailers)
    {
        Expect.Equal(Initial, headers.GetValue(GrpcNames.EchoInitial), GrpcNames.EchoInitial);
        var bytes = trailers.GetValueBytes(GrpcNames.EchoTrailing);
        Expect.Equal(Convert.ToHexString(Trailing), Convert.ToHexString(bytes ?? []), GrpcNames.EchoTrailing);
    }
}
