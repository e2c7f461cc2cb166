using Grpc.Core;
using Grpc.Health.V1;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Validation.Server.Tests.Grpc;

public sealed class HealthServiceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("validation.v1.Validator")]
    [InlineData("validation.v1.RuleAdmin")]
    [InlineData("validation.v1.Operations")]
    [InlineData("rules")]
    public async Task Check_Running_IsServing(string service)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        var response = await server.Health.CheckAsync(Request(service)).ResponseAsync.InTime();

        response.Status.ShouldBe(ServingStatus.Serving);
    }

    [Fact]
    public async Task Check_UnknownService_IsNotFound()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        var end = await Should.ThrowAsync<RpcException>(server.Health.CheckAsync(Request("no.such.Service")).ResponseAsync.InTime());

        end.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Check_NoRules_IsNotServing()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck { Rules = new RuleList() });

        var response = await server.Health.CheckAsync(Request("")).ResponseAsync.InTime();

        response.Status.ShouldBe(ServingStatus.NotServing);
    }

    [Fact]
    public async Task Watch_Stop_HearsOfItBeforeTheEnd()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var watch = server.Health.Watch(Request("validation.v1.Validator"));
        (await NextAsync(watch)).ShouldBe(ServingStatus.Serving);

        var stop = server.StopAsync();

        (await NextAsync(watch)).ShouldBe(ServingStatus.NotServing);
        (await Should.ThrowAsync<RpcException>(NextAsync(watch))).StatusCode.ShouldBe(StatusCode.Unavailable);
        await stop;
    }

    [Fact]
    public async Task Watch_UnknownService_StaysOpen()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var watch = server.Health.Watch(Request("no.such.Service"));

        (await NextAsync(watch)).ShouldBe(ServingStatus.ServiceUnknown);
        var next = NextAsync(watch);
        await server.Health.CheckAsync(Request("")).ResponseAsync.InTime();
        next.IsCompleted.ShouldBeFalse();
        await server.StopAsync();

        (await Should.ThrowAsync<RpcException>(next)).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task Watch_ClientGoes_EndsQuietly()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var watch = server.Health.Watch(Request(""));
        await NextAsync(watch);

        watch.Dispose();

        (await server.Health.CheckAsync(Request("")).ResponseAsync.InTime()).Status.ShouldBe(ServingStatus.Serving);
    }

    private static HealthCheckRequest Request(string service)
    {
        return new HealthCheckRequest { Service = service };
    }

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        (await watch.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        return watch.ResponseStream.Current.Status;
    }
}
