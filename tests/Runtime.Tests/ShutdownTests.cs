using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>A server that stops while the client's stream of requests is still open.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task Stop_MethodEndsItsCall_LastReplyAndStatusArrive()
    {
        // What went wrong here was a race, lost about every third time.
        for (var i = 0; i < 30; i++)
        {
            await StopOnceAsync();
        }
    }

    private static async Task StopOnceAsync()
    {
        CancellationToken stopping = default;
        await using var server = await ProbeServer.StartAsync(routes: app =>
        {
            stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            app.MapGrpcService<ProbeService>();
        });
        server.Methods.Chat = async (pings, pongs, _) =>
        {
            await pings.MoveNext(CancellationToken.None);
            await pongs.WriteAsync(new Pong { Number = 1 });
            await Task.Delay(Timeout.Infinite, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            await pongs.WriteAsync(new Pong { Number = 2 });
            throw new RpcException(new Status(StatusCode.Unavailable, "stopping"));
        };
        using var call = server.Client().Chat();
        await call.RequestStream.WriteAsync(new Ping()).Soon();
        (await call.ResponseStream.MoveNext().Soon()).ShouldBeTrue();

        var stop = server.StopAsync(CancellationToken.None);

        (await call.ResponseStream.MoveNext().Soon()).ShouldBeTrue();
        call.ResponseStream.Current.Number.ShouldBe(2);
        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext().Soon());
        failure.Status.Detail.ShouldBe("stopping");
        await stop.Soon();
    }
}
