using Microsoft.Extensions.Primitives;
using Validation.Server.Health;

namespace Validation.Server.Tests.Health;

public sealed class ServerStateTests
{
    [Fact]
    public void Lack_SeveralNeeds_IsThatOfTheFirstWhichLacks()
    {
        new ServerState([new Need(null), new Need(null)]).Lack.ShouldBeNull();
        new ServerState([new Need(null), new Need("甲"), new Need("乙")]).Lack.ShouldBe("甲");
    }

    [Fact]
    public void Watch_AnyNeedChanges_Fires()
    {
        using var need = new Need(null);
        var state = new ServerState([new Need(null), need]);
        var before = state.Watch();
        before.HasChanged.ShouldBeFalse();

        need.Change("甲");

        before.HasChanged.ShouldBeTrue();
        state.Watch().HasChanged.ShouldBeFalse();
        state.Lack.ShouldBe("甲");
    }

    private sealed class Need(string? lack) : IReadiness, IDisposable
    {
        private CancellationTokenSource _changed = new();

        public string? Lack { get; private set; } = lack;

        public IChangeToken Watch()
        {
            return new CancellationChangeToken(_changed.Token);
        }

        public void Dispose()
        {
            _changed.Dispose();
        }

        public void Change(string? lack)
        {
            Lack = lack;
            using var old = Interlocked.Exchange(ref _changed, new CancellationTokenSource());
            old.Cancel();
        }
    }
}
