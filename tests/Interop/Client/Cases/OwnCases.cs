using System.Globalization;
using Grpc.Core;
using Validation.Interop.Protocol;
using Validation.Interop.Wire;

namespace Validation.Interop.Client.Cases;

/// <summary>What gRPC's list lacks: a half duplex, limits, and methods that break.</summary>
internal static class OwnCases
{
    /// <summary>What every implementation takes unless told otherwise, in bytes.</summary>
    private const int Limit = 4 * 1024 * 1024;

    public static async Task HalfDuplexAsync(Connection connection)
    {
        using var call = connection.Service.HalfDuplexCall();
        await call.RequestStream.WriteAsync(StreamingCases.Request(1, 31_415));
        await call.RequestStream.WriteAsync(StreamingCases.Request(1, 9));
        var first = call.ResponseStream.MoveNext(CancellationToken.None);
        Expect.True(!first.IsCompleted, "there is a response before the last request");
        await call.RequestStream.CompleteAsync();
        Expect.True(await first, "the first response is missing");
        Expect.ZerosOf(31_415, call.ResponseStream.Current.Payload);
        Expect.True(await call.ResponseStream.MoveNext(CancellationToken.None), "the second response is missing");
        Expect.ZerosOf(9, call.ResponseStream.Current.Payload);
        Expect.True(!await call.ResponseStream.MoveNext(CancellationToken.None), "there is a response too many");
    }

    public static async Task OversizedRequestAsync(Connection connection)
    {
        var request = new SimpleRequest { Payload = Zeros.Payload(Limit) };
        CheckText(await Expect.FailureAsync(
            StatusCode.ResourceExhausted, () => connection.Service.UnaryCallAsync(request).ResponseAsync));
        await UnaryCases.LargeAsync(connection);
    }

    public static async Task OversizedResponseAsync(Connection connection)
    {
        var request = new SimpleRequest { ResponseSize = Limit };
        CheckText(await Expect.FailureAsync(
            StatusCode.ResourceExhausted, () => connection.Service.UnaryCallAsync(request).ResponseAsync));
        await UnaryCases.LargeAsync(connection);
    }

    public static async Task HandlerThrowsAsync(Connection connection)
    {
        var request = new SimpleRequest { ResponseSize = -1 };
        await Expect.FailureAsync(StatusCode.Unknown, () => connection.Service.UnaryCallAsync(request).ResponseAsync);
        await UnaryCases.LargeAsync(connection);
    }

    private static void CheckText(Status status)
    {
        var limit = Limit.ToString(CultureInfo.InvariantCulture);
        Expect.True(status.Detail.Contains(limit, StringComparison.Ordinal), $"the limit {limit} is not in '{status.Detail}'");
    }
}
