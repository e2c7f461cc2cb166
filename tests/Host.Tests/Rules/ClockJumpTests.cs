using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Rules;

/// <summary>The machine's calendar jumps, back and forth: nothing that was acknowledged is lost, doubled or out of order.</summary>
public sealed class ClockJumpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Publishes_AroundJumps_StayInTheirOrder()
    {
        var time = new MovableTime();
        var versions = new List<string>();
        await using (var server = await StartAsync(time))
        {
            using var watch = server.Admin.Watch(new WatchRequest { KnownVersion = (await server.StatusAsync()).Version });
            foreach (var days in new[] { 0, -400, 800, -1, 1 })
            {
                time.MoveOn(TimeSpan.FromDays(days));
                var published = await server.PublishAsync(TestRules.Finding($"local-{versions.Count}"));
                versions.Add(published.Publication.Version);

                do
                {
                    // Signs of life name the version before.
                    (await watch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
                }
                while (watch.ResponseStream.Current.Version != versions[^1]);
                var reply = await server.CheckAsync(await WarmUpReport.ReadAsync(1));
                reply.Provenance.RuleSetVersion.ShouldBe(versions[^1]);
                reply.Provenance.Duration.ToTimeSpan().ShouldBeInRange(TimeSpan.Zero, Waiting.Longest);
            }
        }

        time.MoveOn(TimeSpan.FromDays(-1_000));
        await using var restarted = await StartAsync(time);
        (await restarted.StatusAsync()).Version.ShouldBe(versions[^1]);
        var history = await restarted.HistoryAsync();
        history.Entries.Select(publication => publication.Version).ShouldBe(Enumerable.Reverse(versions));
    }

    [Fact]
    public async Task Key_ThatEnds_FollowsTheCalendar()
    {
        var time = new MovableTime();
        await using var server = await StartAsync(time);
        var request = Shown.Request(Role.Clerk);
        request.ExpiresAt = Timestamp.FromDateTimeOffset(time.GetUtcNow().AddDays(1));
        var key = await server.Keys.CreateAsync(request).ResponseAsync.InTime();

        foreach (var (days, status) in new[]
        {
            (0, StatusCode.OK), (-400, StatusCode.OK), (402, StatusCode.Unauthenticated), (-2, StatusCode.OK),
        })
        {
            time.MoveOn(TimeSpan.FromDays(days));
            (await server.CheckWithAsync(key.Secret)).ShouldBe(status);
        }
    }

    public void Dispose() => _folder.Dispose();

    private Task<RunningServer> StartAsync(TimeProvider time)
    {
        return RunningServer.StartWithAsync(services => services.AddSingleton(time), $"DataFolder={_folder.PathOf("data")}");
    }
}
