using Validation.Interop.Protocol;
using Validation.Interop.Wire;

namespace Validation.Interop.Client.Cases;

internal static class StreamingCases
{
    private static readonly int[] RequestSizes = [27_182, 8, 1_828, 45_904];
    private static readonly int[] ResponseSizes = [31_415, 9, 2_653, 58_979];

    public static async Task ClientAsync(Connection connection)
    {
        using var call = connection.Service.StreamingInputCall();
        foreach (var size in RequestSizes)
        {
            await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros.Payload(size) });
        }

        await call.RequestStream.CompleteAsync();
        Expect.Equal(74_922, (await call.ResponseAsync).AggregatedPayloadSize, "the size of the requests");
    }

    public static async Task ServerAsync(Connection connection)
    {
        var request = new StreamingOutputCallRequest();
        request.ResponseParameters.Add(ResponseSizes.Select(size => new ResponseParameters { Size = size }));
        using var call = connection.Service.StreamingOutputCall(request);
        foreach (var size in ResponseSizes)
        {
            Expect.True(await call.ResponseStream.MoveNext(CancellationToken.None), $"the response of {size} bytes is missing");
            Expect.ZerosOf(size, call.ResponseStream.Current.Payload);
        }

        Expect.True(!await call.ResponseStream.MoveNext(CancellationToken.None), "there is a response too many");
    }

    public static async Task PingPongAsync(Connection connection)
    {
        using var call = connection.Service.FullDuplexCall();
        foreach (var (requestSize, responseSize) in RequestSizes.Zip(ResponseSizes))
        {
            await call.RequestStream.WriteAsync(Request(requestSize, responseSize));
            Expect.True(await call.ResponseStream.MoveNext(CancellationToken.None), $"the response of {responseSize} bytes is missing");
            Expect.ZerosOf(responseSize, call.ResponseStream.Current.Payload);
        }

        await call.RequestStream.CompleteAsync();
        Expect.True(!await call.ResponseStream.MoveNext(CancellationToken.None), "there is a response too many");
    }

    public static async Task EmptyAsync(Connection connection)
    {
        using var call = connection.Service.FullDuplexCall();
        await call.RequestStream.CompleteAsync();
        Expect.True(!await call.ResponseStream.MoveNext(CancellationToken.None), "there is a response");
    }

    /// <summary>A request of a stream that asks for one response.</summary>
    public static StreamingOutputCallRequest Request(int requestSize, int responseSize)
    {
        return new StreamingOutputCallRequest
        {
            Payload = Zeros.Payload(requestSize),
            ResponseParameters = { new ResponseParameters { Size = responseSize } },
        };
    }
}
