using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Validation.Runtime.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>A server that stops while the client's stream of requests is still open. It closes its connections only when its calls have
/// ended and their status has left, as the service does: Kestrel may close a connection together with the end of its last call, and what
/// the client has not read by then is lost to it.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task Stop_MethodEndsItsCall_LastReplyAndStatusArrive()
    {
        // What may go wrong here is a race.
        for (var i = 0; i < 30; i++)
        {
            await StopOnceAsync();
        }
    }

    private static async Task StopOnceAsync()
    {
        IHostApplicationLifetime lifetime = null!;
        await using var server = await ProbeServer.StartAsync(routes: app =>
        {
            lifetime = app.Services.GetRequiredService<IHostApplicationLifetime>();
            app.MapGrpcService<ProbeService>();
        });
        server.Methods.Chat = async (pings, pongs, _) =>
        {
            await pings.MoveNext(CancellationToken.None);
            await pongs.WriteAsync(new Pong { Number = 1 });
            await Task.Delay(Timeout.Infinite, lifetime.ApplicationStopping).ContinueWith(_ => { }, TaskScheduler.Default);
            await pongs.WriteAsync(new Pong { Number = 2 });
            throw new RpcException(new Status(StatusCode.Unavailable, "stopping"));
        };
        using var call = server.Client().Chat();
        await call.RequestStream.WriteAsync(new Ping()).Soon();
        (await call.ResponseStream.MoveNext().Soon()).ShouldBeTrue();

        lifetime.StopApplication();

        (await call.ResponseStream.MoveNext().Soon()).ShouldBeTrue();
        call.ResponseStream.Current.Number.ShouldBe(2);
        var failure = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext().Soon());
        failure.Status.Detail.ShouldBe("stopping");
        await server.StopAsync(CancellationToken.None).Soon();
    }
}
