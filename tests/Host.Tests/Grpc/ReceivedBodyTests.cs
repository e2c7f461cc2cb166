using System.IO.Pipelines;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Grpc;
using Validation.Server.Options;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Grpc;

public sealed class ReceivedBodyTests
{
    private const int Limit = 1_000;

    [Theory]
    [InlineData(false, 0, StatusCode.Cancelled)]
    [InlineData(false, 3, StatusCode.Cancelled)]
    [InlineData(true, 3, StatusCode.Unavailable)]
    public async Task Client_ThatResetsItsStream_HasCancelledItsCall(bool stopping, int sent, StatusCode expected)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var budget = server.Services.GetRequiredService<ByteBudget>();
        using var held = budget.Open(new Principal(PrincipalKind.Address, "127.0.0.1"));
        var pipe = new Pipe();
        var pace = new Pace(server.Services.GetRequiredService<ServerOptions>(), TimeProvider.System);
        var body = new ReceivedBody(pipe.Reader, held, pace, Limit, TimeProvider.System, new CancellationToken(stopping));
        if (sent > 0)
        {
            await pipe.Writer.WriteAsync(new byte[sent]).AsTask().InTime();
            var part = await body.ReadAsync().AsTask().InTime();
            body.AdvanceTo(part.Buffer.Start, part.Buffer.End);
        }

        await pipe.Writer.CompleteAsync(new IOException("The client reset the request stream."));
        var end = await Should.ThrowAsync<RpcException>(body.ReadAsync().AsTask().InTime());

        end.StatusCode.ShouldBe(expected);
    }
}
