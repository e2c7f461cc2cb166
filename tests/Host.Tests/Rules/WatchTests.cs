using Grpc.Core;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Rules;

public sealed class WatchTests
{
    [Fact]
    public async Task Watch_ClientThatWasAway_HearsOfTheNewestOnly()
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Finding("local-a"));
        var known = (await server.StatusAsync()).Version;
        for (var turn = 0; turn < 3; turn++)
        {
            await server.PublishAsync(TestRules.Finding("local-b", $"版本{turn}"));
        }

        using var watch = server.Admin.Watch(new WatchRequest { KnownVersion = known });

        var first = await NextAsync(watch);
        (first.Version, first.Heartbeat).ShouldBe(((await server.StatusAsync()).Version, false));
        first.Publication.Reason.ShouldBe("测试");
        var next = NextAsync(watch);
        var published = await server.PublishAsync(TestRules.Finding("local-c"));
        (await next).Version.ShouldBe(published.Publication.Version);
    }

    [Fact]
    public async Task Watch_NothingNew_BeatsAsConfigured()
    {
        await using var server = await RunningServer.StartSmallAsync("Heartbeat=00:00:00.1");
        var version = (await server.StatusAsync()).Version;
        using var watch = server.Admin.Watch(new WatchRequest { KnownVersion = version });

        for (var turn = 0; turn < 5; turn++)
        {
            var reply = await NextAsync(watch);
            (reply.Version, reply.Heartbeat, reply.Publication).ShouldBe((version, true, null));
        }

        (await server.StatusAsync()).Watchers.ShouldBe(1);
    }

    [Fact]
    public async Task Watch_ClientGoes_IsNotCountedAnyMore()
    {
        await using var server = await RunningServer.StartSmallAsync();
        using (var watch = server.Admin.Watch(new WatchRequest()))
        {
            await NextAsync(watch);
        }

        await Administration.UntilAsync(async () => (await server.StatusAsync()).Watchers == 0).InTime();
    }

    [Fact]
    public async Task Stop_ManyWatchers_EndsThemAllWithUnavailable()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var watches = Enumerable.Range(0, 50).Select(_ => server.Admin.Watch(new WatchRequest())).ToList();
        foreach (var watch in watches)
        {
            await NextAsync(watch);
        }

        await server.StopAsync();

        foreach (var watch in watches)
        {
            (await Should.ThrowAsync<RpcException>(NextAsync(watch))).StatusCode.ShouldBe(StatusCode.Unavailable);
            watch.Dispose();
        }
    }

    private static async Task<WatchReply> NextAsync(AsyncServerStreamingCall<WatchReply> watch)
    {
        (await watch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        return watch.ResponseStream.Current;
    }
}
