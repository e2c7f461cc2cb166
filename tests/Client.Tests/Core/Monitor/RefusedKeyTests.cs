using Grpc.Core;
using Validation.Client.Connection;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

/// <summary>A server that wants a key which the client does not have yet: its drafts wait.</summary>
public sealed class RefusedKeyTests : IAsyncLifetime, IDisposable
{
    private const string Advice = "需要密钥。密钥写在客户端设置文件的 key 一行。";

    private readonly TestFolder _folder = new();
    private readonly TestFolder _data = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    [Theory]
    [InlineData(StatusCode.Unauthenticated)]
    [InlineData(StatusCode.PermissionDenied)]
    public async Task Draft_RefusedForTheKey_WaitsAndIsCheckedOnceTheKeyIsSet(StatusCode refusal)
    {
        var isOpen = false;
        _server.Validator.Answer = (request, _) => Volatile.Read(ref isOpen)
            ? Task.FromResult(FakeValidator.Accept(request))
            : throw new RpcException(new Status(refusal, Advice));
        var settings = new ClientSettings { Server = _server.Address, Folders = [_folder.Path] };
        await using var watch = await MonitorWatch.StartAsync(settings, _data.Path);
        _folder.SaveLikeWord("年报.txt", "1");

        await watch.StatusAsync(status => status is { State: MonitorState.Offline, Waiting: 1 });
        watch.Monitor.Status.ServerProblem.ShouldNotBeNull().ShouldContain(Advice);

        Volatile.Write(ref isOpen, true);
        ServerKey.TryRead("vk_k7m2q4xa_c2VjcmV0", out var key, out _).ShouldBeTrue();
        watch.Monitor.Apply(settings with { Key = key });

        (await watch.CheckedAsync()).Verdict.ShouldBe(Verdict.Accept);
        _server.Validator.Keys.ShouldContain("Bearer vk_k7m2q4xa_c2VjcmV0");
        await watch.StatusAsync(status => status is { Waiting: 0, ServerProblem: null });
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }
}
