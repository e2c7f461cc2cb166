using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Checks;
using Validation.Server.Outcomes;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Startup;

public sealed class ShutdownTests
{
    [Fact]
    public async Task Stop_OpenStream_EndsItWithUnavailable()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Request("a", "草稿"));
        await batch.NextAsync();

        var stop = server.StopAsync();

        var (_, status) = await batch.EndAsync();
        status.StatusCode.ShouldBe(StatusCode.Unavailable, status.ToString());
        status.Detail.ShouldBe(CommonTexts.Stopping);
        await stop;
    }

    [Fact]
    public async Task Stop_DraftsAtHand_AreStillAnswered()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check);
        var single = server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync;
        await check.EnteredAsync();
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Request("b", "草稿"));
        await check.EnteredAsync();

        var stop = server.StopAsync();
        check.Open();

        (await single.InTime()).Verdict.ShouldBe(Verdict.Accept);
        var (replies, status) = await batch.EndAsync();
        replies.ShouldHaveSingleItem().Id.ShouldBe("b");
        status.StatusCode.ShouldBe(StatusCode.Unavailable);
        await stop;
    }

    /// <summary>Whoever shares out the work hears that the server leaves before it refuses anything.</summary>
    [Fact]
    public async Task Stop_WithADelay_SaysSoFirstAndTakesWorkMeanwhile()
    {
        var time = new HeldTime(TimeSpan.FromMinutes(1));
        await using var server = await RunningServer.StartWithAsync(
            services => services.AddSingleton<IDocumentCheck>(new FakeCheck()).AddSingleton<TimeProvider>(time), "DrainDelay=00:01:00");
        using var batch = Batch.Open(server);
        using var watch = server.Health.Watch(new HealthCheckRequest());
        await watch.ResponseStream.MoveNext(CancellationToken.None).InTime();

        var stop = server.StopAsync();

        await watch.ResponseStream.MoveNext(CancellationToken.None).InTime();
        watch.ResponseStream.Current.Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.NotServing);
        using var ready = await server.Http.GetAsync("/readyz").InTime();
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync.InTime()).Verdict.ShouldBe(Verdict.Accept);
        (await server.Http.CheckAsync(Uploads.Raw("草稿"))).Verdict.ShouldBe(Verdict.Accept);
        await batch.SendAsync(Drafts.Request("b", "草稿"));
        (await batch.NextAsync())!.Id.ShouldBe("b");
        stop.IsCompleted.ShouldBeFalse();

        time.Pass();

        (await batch.EndAsync()).Status.StatusCode.ShouldBe(StatusCode.Unavailable);
        await stop;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stop_ChecksThatDoNotEnd_AreGivenUp(bool obedient)
    {
        var check = new FakeCheck { Obedient = obedient };
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "DrainTime=00:00:00.5");
        var single = server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync;
        await check.EnteredAsync();
        using var batch = Batch.Open(server);
        await batch.SendAsync(Drafts.Request("b", "草稿"));
        await check.EnteredAsync();

        await server.StopAsync();

        (await Should.ThrowAsync<RpcException>(single.InTime())).StatusCode.ShouldBe(StatusCode.Unavailable);
        (await batch.EndAsync()).Status.StatusCode.ShouldBe(StatusCode.Unavailable);
        check.Open();
    }

    /// <summary>The system's time, in which one span does not pass before the test says so.</summary>
    private sealed class HeldTime(TimeSpan held) : TimeProvider
    {
        private ITimer? _timer;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != held)
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            _timer = base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
            return _timer;
        }

        public void Pass() => _timer!.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
