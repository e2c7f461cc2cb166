using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Administration;

/// <summary>Every server of an address is asked for itself.</summary>
public sealed class StatusCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TestTerminal _terminal = new();
    private FakeServer _one = null!;
    private FakeServer _two = null!;

    public async Task InitializeAsync()
    {
        _one = await FakeServer.StartAsync();
        _two = await FakeServer.StartAsync();
        _one.Rules.Current = new RuleStatus { Version = "2026.1+3", Watchers = 7 };
        _two.Rules.Current = new RuleStatus { Version = "2026.1+3" };
    }

    [Fact]
    public async Task Servers_AllWell_AreListedInTheirOrder()
    {
        (await RunAsync($"{_one.Address},{_two.Address}")).ShouldBe(0);

        var lines = _terminal.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldBe($"{_one.Address}  2026.1+3  正常  在线客户端：7 个");
        lines[1].ShouldBe($"{_two.Address}  2026.1+3  正常  在线客户端：0 个");
    }

    [Fact]
    public async Task Servers_WithDifferentRules_AreSaidToDisagree()
    {
        _two.Rules.Current.Version = "2026.1+2";

        (await RunAsync($"{_one.Address},{_two.Address}")).ShouldBe(1);

        _terminal.Output.ShouldContain("规则集不一样");
    }

    [Fact]
    public async Task Server_InTrouble_IsShownWithItsTrouble()
    {
        _two.Rules.Current.Problem = "规则库连不上。";

        (await RunAsync($"{_one.Address},{_two.Address}")).ShouldBe(1);

        _terminal.Output.ShouldContain($"{_two.Address}  2026.1+3  规则库连不上。");
    }

    [Fact]
    public async Task Server_Away_IsShownBesideTheOthers()
    {
        var nobody = FakeServer.NobodysAddress();

        (await RunAsync($"{nobody},{_two.Address}")).ShouldBe(1);

        _terminal.Output.ShouldContain($"{nobody}  校验服务没有应答");
        _terminal.Output.ShouldContain($"{_two.Address}  2026.1+3  正常");
    }

    [Fact]
    public async Task Servers_AllAway_AreNoAnswer()
    {
        (await RunAsync($"{FakeServer.NobodysAddress()},{FakeServer.NobodysAddress()}")).ShouldBe(3);
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }

    public void Dispose() => _terminal.Dispose();

    private Task<int> RunAsync(string servers) => _terminal.RunAsync("admin", "status", "--server", servers);
}
