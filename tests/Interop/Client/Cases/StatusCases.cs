using Grpc.Core;
using Validation.Interop.Protocol;

namespace Validation.Interop.Client.Cases;

internal static class StatusCases
{
    public static async Task CodeAndMessageAsync(Connection connection)
    {
        var wanted = new EchoStatus { Code = (int)StatusCode.Unknown, Message = "test status message" };
        await UnaryAsync(connection, wanted);

        var status = await Expect.FailureAsync(StatusCode.Unknown, async () =>
        {
            using var call = connection.Service.FullDuplexCall();
            await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { ResponseStatus = wanted });
            await call.RequestStream.CompleteAsync();
            await call.ResponseStream.MoveNext(CancellationToken.None);
        });
        Expect.Equal(wanted.Message, status.Detail, "the message of the stream");
    }

    public static Task SpecialMessageAsync(Connection connection)
    {
        const string Special = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \U0001F608\t\n";
        return UnaryAsync(connection, new EchoStatus { Code = (int)StatusCode.Unknown, Message = Special });
    }

    public static Task UnimplementedMethodAsync(Connection connection)
    {
        return Expect.FailureAsync(
            StatusCode.Unimplemented, () => connection.Service.UnimplementedCallAsync(new Empty()).ResponseAsync);
    }

    public static Task UnimplementedServiceAsync(Connection connection)
    {
        return Expect.FailureAsync(
            StatusCode.Unimplemented, () => connection.Unimplemented.UnimplementedCallAsync(new Empty()).ResponseAsync);
    }

    private static async Task UnaryAsync(Connection connection, EchoStatus wanted)
    {
        var request = new SimpleRequest { ResponseStatus = wanted };
        var status = await Expect.FailureAsync(
            (StatusCode)wanted.Code, () => connection.Service.UnaryCallAsync(request).ResponseAsync);
        Expect.Equal(wanted.Message, status.Detail, "the message");
    }
}
