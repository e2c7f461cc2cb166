using System.Threading.Channels;
using Validation.Server.Options;
using Validation.Server.Rules;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Rules;

public sealed class WatchHubTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Watch_Unknown_GetsTheVersionAtOnceAndEachNewOne()
    {
        var hub = Hub(Long, "1");
        await using var watcher = new Watcher(hub, "");

        (await watcher.NextAsync()).ShouldBe(("1", false));
        hub.Tell(Version("2"));
        (await watcher.NextAsync()).ShouldBe(("2", false));
        watcher.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Watch_Known_GetsASignOfLifeFirst()
    {
        var hub = Hub(Long, "1");
        await using var watcher = new Watcher(hub, "1");

        (await watcher.NextAsync()).ShouldBe(("1", true));
        hub.Tell(Version("2"));
        (await watcher.NextAsync()).ShouldBe(("2", false));
    }

    [Fact]
    public async Task Watch_NothingNew_GetsSignsOfLifeOnly()
    {
        var hub = Hub(Short, "1");
        await using var watcher = new Watcher(hub, "");

        (await watcher.NextAsync()).ShouldBe(("1", false));
        for (var turn = 0; turn < 5; turn++)
        {
            (await watcher.NextAsync()).ShouldBe(("1", true));
        }
    }

    [Fact]
    public async Task Watch_SlowReader_GetsTheNewestAndHoldsUpNobody()
    {
        var hub = Hub(Long, "1");
        await using var slow = new Watcher(hub, "", slow: true);
        await using var quick = new Watcher(hub, "");
        (await quick.NextAsync()).ShouldBe(("1", false));

        foreach (var version in new[] { "2", "3", "4" })
        {
            hub.Tell(Version(version));
            (await quick.NextAsync()).ShouldBe((version, false));
        }

        slow.Release();
        (await slow.NextAsync()).ShouldBe(("1", false));
        slow.Release();
        (await slow.NextAsync()).ShouldBe(("4", false));
    }

    [Fact]
    public async Task Watchers_ComingAndGoing_AreCounted()
    {
        var hub = Hub(Long, "1");
        await using (var one = new Watcher(hub, ""))
        {
            await using var two = new Watcher(hub, "");
            hub.Watchers.ShouldBe(2);
        }

        hub.Watchers.ShouldBe(0);
    }

    private static WatchHub Hub(TimeSpan heartbeat, string version)
    {
        var hub = new WatchHub(new ServerOptions { Heartbeat = heartbeat }, TimeProvider.System);
        hub.Tell(Version(version));
        return hub;
    }

    private static WatchReply Version(string version)
    {
        return new WatchReply { Version = version };
    }

    private sealed class Watcher : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly Channel<(string, bool)> _heard = Channel.CreateUnbounded<(string, bool)>();
        private readonly SemaphoreSlim _ready = new(0);
        private readonly Task _watching;

        public Watcher(WatchHub hub, string known, bool slow = false)
        {
            _watching = hub.WatchAsync(
                known,
                async reply =>
                {
                    if (slow)
                    {
                        await _ready.WaitAsync(_end.Token);
                    }

                    await _heard.Writer.WriteAsync((reply.Version, reply.Heartbeat));
                },
                _end.Token);
        }

        public int Waiting => _heard.Reader.Count;

        public void Release()
        {
            _ready.Release();
        }

        public Task<(string Version, bool Heartbeat)> NextAsync()
        {
            return _heard.Reader.ReadAsync().AsTask().InTime()!;
        }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(_watching.InTime());
            _ready.Dispose();
            _end.Dispose();
        }
    }
}
