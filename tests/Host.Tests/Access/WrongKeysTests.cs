using Microsoft.Extensions.Time.Testing;
using Validation.Server.Access;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Access;

public sealed class WrongKeysTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Waiting_OfOneAddress_GrowsUpToALimit()
    {
        var wrong = new WrongKeys(_time);

        foreach (var milliseconds in new[] { 0, 50, 100, 200, 400, 800, 1600, 1600 })
        {
            (await WaitedAsync(wrong, "10.0.0.1", milliseconds)).ShouldBeTrue();
        }

        (await WaitedAsync(wrong, "10.0.0.2", 0)).ShouldBeTrue("another address begins at the beginning");
    }

    [Fact]
    public async Task Waiting_AfterAPause_BeginsAnew()
    {
        var wrong = new WrongKeys(_time);
        await WaitedAsync(wrong, "10.0.0.1", 0);
        await WaitedAsync(wrong, "10.0.0.1", 50);

        _time.Advance(TimeSpan.FromMinutes(11));

        await WaitedAsync(wrong, "10.0.0.1", 0);
    }

    [Fact]
    public async Task Waiting_OfTooMany_IsRefusedToTheAddressAlone()
    {
        var wrong = new WrongKeys(_time);
        await wrong.WaitAsync("10.0.0.1").InTime();
        var waiting = Enumerable.Range(0, 4).Select(_ => wrong.WaitAsync("10.0.0.1")).ToList();

        (await wrong.WaitAsync("10.0.0.1").InTime()).ShouldBeFalse();
        (await wrong.WaitAsync("10.0.0.2").InTime()).ShouldBeTrue();

        _time.Advance(TimeSpan.FromSeconds(2));
        (await Task.WhenAll(waiting).InTime()).ShouldAllBe(waited => waited);
    }

    [Fact]
    public async Task Addresses_WithoutNumber_AreNotAllRemembered()
    {
        var wrong = new WrongKeys(_time);
        for (var number = 0; number < 10_000; number++)
        {
            await wrong.WaitAsync($"{number}").InTime();
        }

        await WaitedAsync(wrong, "new", 800);
    }

    /// <summary>Whether the waiting lasts exactly so long, and what came of it.</summary>
    private async Task<bool> WaitedAsync(WrongKeys wrong, string address, int milliseconds)
    {
        var waiting = wrong.WaitAsync(address);
        if (milliseconds > 0)
        {
            _time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
            waiting.IsCompleted.ShouldBeFalse($"{milliseconds} ms");
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        return await waiting.InTime();
    }
}
