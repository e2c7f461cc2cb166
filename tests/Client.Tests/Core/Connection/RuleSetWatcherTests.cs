using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Grpc.Core;
using Validation.Client.Connection;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core;

public sealed class RuleSetWatcherTests
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);

    private readonly ManualTime _time = new();
    private readonly List<RuleCallFailure?> _told = [];
    private readonly Channel<Opened> _opened = Channel.CreateUnbounded<Opened>();

    [Fact]
    public async Task Version_New_IsToldOnce()
    {
        await using var versions = Watch("v1");
        var stream = await OpenedAsync();
        stream.Known.ShouldBe("v1");

        stream.Send("v1");
        stream.Send("v2");
        stream.Send("v2");
        (await NextAsync(versions)).ShouldBe("v2");
        stream.Send("v2", heartbeat: true);
        stream.Send("v3");

        (await NextAsync(versions)).ShouldBe("v3");
    }

    [Fact]
    public async Task Reader_ThatIsSlow_GetsTheNewestOnly()
    {
        await using var versions = Watch();
        var stream = await OpenedAsync();
        stream.Send("v1");
        (await NextAsync(versions)).ShouldBe("v1");

        stream.Send("v2");
        stream.Send("v3");
        stream.Send("v4");
        await stream.ReadAsync(4);

        (await NextAsync(versions)).ShouldBe("v4");
    }

    [Fact]
    public async Task Server_ThatIsLost_IsCalledAgainWithTheVersionKnown()
    {
        await using var versions = Watch();
        var first = await OpenedAsync();
        first.Send("v1");
        (await NextAsync(versions)).ShouldBe("v1");

        first.Break();
        await PauseAsync(1);
        var second = await OpenedAsync();
        second.Known.ShouldBe("v1");
        second.Send("v1");
        second.Send("v2");

        (await NextAsync(versions)).ShouldBe("v2");
        _told.Select(failure => failure?.Kind).ShouldBe([RuleFailureKind.ServerUnreachable, null]);
    }

    [Fact]
    public async Task Pauses_BetweenAttempts_GrowToAMinute()
    {
        await using var versions = Watch();

        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            (await OpenedAsync()).Break();
            await PauseAsync(seconds);
        }

        await OpenedAsync();
        // Told once, however often it is tried.
        _told.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(59, 2)]
    [InlineData(60, 1)]
    public async Task Pauses_AfterAHealthyMinute_BeginAnew(int healthy, int pause)
    {
        await using var versions = Watch();
        (await OpenedAsync()).Break();
        await PauseAsync(1);
        var stream = await OpenedAsync();
        stream.Send("v1");
        (await NextAsync(versions)).ShouldBe("v1");

        for (var left = healthy; left > 0; left -= 30)
        {
            _time.Advance(TimeSpan.FromSeconds(Math.Min(30, left)));
            stream.Send("v1", heartbeat: true);
            await _time.WaitedForAsync(Silence);
        }

        stream.Break();
        await PauseAsync(pause);
        await OpenedAsync();
    }

    [Fact]
    public async Task Server_SilentFor45Seconds_IsDropped()
    {
        await using var versions = Watch();
        var stream = await OpenedAsync();
        await _time.WaitedForAsync(Silence);
        _time.Advance(TimeSpan.FromSeconds(44));
        stream.Send("v1", heartbeat: true);
        await _time.WaitedForAsync(Silence);
        _time.Advance(TimeSpan.FromSeconds(44));
        _told.ShouldBeEmpty();

        _time.Advance(TimeSpan.FromSeconds(1));
        await PauseAsync(1);

        (await OpenedAsync()).Known.ShouldBeEmpty();
        _told.ShouldHaveSingleItem()!.Message.ShouldBe("45 秒没有收到校验服务的消息。");
        stream.Cancelled.ShouldBeTrue();
    }

    [Fact]
    public async Task Watching_Cancelled_Ends()
    {
        using var stop = new CancellationTokenSource();
        await using var versions = Watch(cancellationToken: stop.Token);
        var stream = await OpenedAsync();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(NextAsync(versions));
        stream.Cancelled.ShouldBeTrue();
    }

    [Fact]
    public async Task Server_Restarted_IsFoundAgain()
    {
        var server = await FakeServer.StartAsync();
        var port = server.Address.Uri.Port;
        server.Rules.Watched = (request, replies, token) => SendAsync("v1", request, replies, token);
        using var connection = new RuleConnection(server.Address);
        await using var versions = new RuleSetWatcher(connection).WatchAsync(string.Empty, CancellationToken.None).GetAsyncEnumerator();
        (await NextAsync(versions)).ShouldBe("v1");

        await server.DisposeAsync();
        await using var again = await FakeServer.StartAsync(port: port);
        again.Rules.Watched = (request, replies, token) => SendAsync("v2", request, replies, token);

        (await NextAsync(versions)).ShouldBe("v2");
        again.Rules.Last<WatchRequest>().KnownVersion.ShouldBe("v1");
    }

    private static async Task SendAsync(
        string version, WatchRequest request, IServerStreamWriter<WatchReply> replies, CancellationToken cancellationToken)
    {
        request.ShouldNotBeNull();
        await replies.WriteAsync(new WatchReply { Version = version }, cancellationToken);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<RuleSetVersion> versions)
    {
        (await versions.MoveNextAsync().InTime()).ShouldBeTrue();
        return versions.Current.Version;
    }

    private Watching Watch(string known = "", CancellationToken cancellationToken = default)
    {
        var watcher = new RuleSetWatcher(OpenAsync, Explain, _time, random: () => 0) { ConnectionChanged = _told.Add };
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        return new Watching(watcher.WatchAsync(known, stop.Token).GetAsyncEnumerator(CancellationToken.None), stop);
    }

    private async IAsyncEnumerable<WatchReply> OpenAsync(string known, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var opened = new Opened(known, cancellationToken);
        await _opened.Writer.WriteAsync(opened, CancellationToken.None);
        await foreach (var reply in opened.Replies.Reader.ReadAllAsync(cancellationToken))
        {
            yield return reply;
            opened.Read++;
        }
    }

    private static Task<RuleCallFailure> Explain(RpcException e) =>
        Task.FromResult(new RuleCallFailure(RuleFailureKind.ServerUnreachable, e.Status.Detail));

    private Task<Opened> OpenedAsync() => _opened.Reader.ReadAsync().InTime();

    /// <summary>Waits until the watcher pauses for so long, not less, and lets it pass.</summary>
    private async Task PauseAsync(int seconds)
    {
        await _time.WaitedForAsync(TimeSpan.FromSeconds(seconds));
        _time.Advance(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>A stream that the watcher opened.</summary>
    private sealed class Opened(string known, CancellationToken cancellationToken)
    {
        public string Known => known;

        public Channel<WatchReply> Replies { get; } = Channel.CreateUnbounded<WatchReply>();

        public bool Cancelled => cancellationToken.IsCancellationRequested;

        /// <summary>How many replies the watcher has dealt with.</summary>
        public int Read { get; set; }

        public void Send(string version, bool heartbeat = false) =>
            Replies.Writer.TryWrite(new WatchReply { Version = version, Heartbeat = heartbeat });

        public void Break() => Replies.Writer.Complete(new RpcException(new Status(StatusCode.Unavailable, "断线。")));

        public async Task ReadAsync(int count)
        {
            using var limit = new CancellationTokenSource(TestTime.Limit);
            while (Read < count)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(2), limit.Token);
            }
        }
    }

    /// <summary>A watcher whose first version is asked for at once, as a reader does.</summary>
    private sealed class Watching : IAsyncEnumerator<RuleSetVersion>
    {
        private readonly IAsyncEnumerator<RuleSetVersion> _versions;
        private readonly CancellationTokenSource _stop;
        private Task<bool>? _next;

        public Watching(IAsyncEnumerator<RuleSetVersion> versions, CancellationTokenSource stop)
        {
            _versions = versions;
            _stop = stop;
            _next = versions.MoveNextAsync().AsTask();
        }

        public RuleSetVersion Current => _versions.Current;

        public async ValueTask<bool> MoveNextAsync()
        {
            var next = _next ?? _versions.MoveNextAsync().AsTask();
            _next = null;
            return await next;
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            if (_next is not null)
            {
                await ((Task)_next.InTime()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await _versions.DisposeAsync();
            _stop.Dispose();
        }
    }
}
