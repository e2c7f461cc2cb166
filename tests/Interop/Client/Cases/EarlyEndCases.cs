using Grpc.Core;
using Validation.Interop.Protocol;
using Validation.Interop.Wire;

namespace Validation.Interop.Client.Cases;

/// <summary>Calls that the client ends before the server does.</summary>
internal static class EarlyEndCases
{
    private static readonly TimeSpan ShortTimeout = TimeSpan.FromMilliseconds(1);

    public static async Task CancelAfterBeginAsync(Connection connection)
    {
        using var source = new CancellationTokenSource();
        using var call = connection.Service.StreamingInputCall(cancellationToken: source.Token);
        await source.CancelAsync();
        await Expect.FailureAsync(StatusCode.Cancelled, () => call.ResponseAsync);
        Expect.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode, "the status");
    }

    public static async Task CancelAfterFirstResponseAsync(Connection connection)
    {
        using var source = new CancellationTokenSource();
        using var call = connection.Service.FullDuplexCall(cancellationToken: source.Token);
        await call.RequestStream.WriteAsync(StreamingCases.Request(27_182, 31_415));
        Expect.True(await call.ResponseStream.MoveNext(CancellationToken.None), "the response is missing");
        Expect.ZerosOf(31_415, call.ResponseStream.Current.Payload);
        await source.CancelAsync();
        await Expect.FailureAsync(StatusCode.Cancelled, () => call.ResponseStream.MoveNext(CancellationToken.None));
        Expect.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode, "the status");
    }

    public static async Task TimeoutAsync(Connection connection)
    {
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime + ShortTimeout;
        using var call = connection.Service.FullDuplexCall(deadline: deadline);
        await Expect.FailureAsync(StatusCode.DeadlineExceeded, async () =>
        {
            await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { Payload = Zeros.Payload(27_182) });
            await call.ResponseStream.MoveNext(CancellationToken.None);
        });
        Expect.Equal(StatusCode.DeadlineExceeded, call.GetStatus().StatusCode, "the status");
    }
}
