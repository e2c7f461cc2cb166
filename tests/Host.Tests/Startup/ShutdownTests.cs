using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
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
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "DrainDelay=00:00:03");
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
        (await batch.EndAsync()).Replies.ShouldHaveSingleItem().Id.ShouldBe("b");
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
}
