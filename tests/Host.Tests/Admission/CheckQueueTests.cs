using Microsoft.Extensions.Time.Testing;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Admission;

public sealed class CheckQueueTests
{
    private const int Small = 6 * 1024;
    private const int Large = 4 * 1024 * 1024;

    private static readonly Principal Honest = new(PrincipalKind.Address, "10.0.0.1");
    private static readonly Principal Greedy = new(PrincipalKind.Address, "10.0.0.2");

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Enter_OneWithManyWaiting_TheOtherComesNext()
    {
        var queue = new CheckQueue(1, _time);
        using var running = await EnterAsync(queue, Greedy, Small);
        var many = Enumerable.Range(0, 10).Select(_ => EnterAsync(queue, Greedy, Small)).ToList();
        var honest = EnterAsync(queue, Honest, Small);
        honest.IsCompleted.ShouldBeFalse();

        _time.Advance(TimeSpan.FromMilliseconds(10));
        running.Dispose();

        (await honest.InTime()).Lane.ShouldBe(CheckLane.Quick);
        many.ShouldAllBe(waiting => !waiting.IsCompleted);
    }

    [Fact]
    public async Task Enter_CostlyWorkOfOne_TheOtherGetsAsMuchTime()
    {
        var queue = new CheckQueue(1, _time);
        var order = new List<Principal>();
        var place = await EnterAsync(queue, Greedy, Large);
        var waiting = Enumerable.Range(0, 20)
            .SelectMany(_ => new[] { Greedy, Honest })
            .Select(async principal => (principal, place: await EnterAsync(queue, principal, Large)))
            .ToList();
        // A document of the greedy one takes ten times as long.
        for (var principal = Greedy; waiting.Count > 0;)
        {
            _time.Advance(TimeSpan.FromMilliseconds(principal == Greedy ? 100 : 10));
            order.Add(principal);
            place.Dispose();
            var next = await Task.WhenAny(waiting).InTime();
            waiting.Remove(next);
            (principal, place) = await next;
        }

        order.Take(11).Count(principal => principal == Honest).ShouldBeGreaterThanOrEqualTo(9);
    }

    [Fact]
    public async Task Enter_LargeDraftsRun_SmallOnesHaveAllTheirPlaces()
    {
        var queue = new CheckQueue(2, _time);
        using var bulk = await EnterAsync(queue, Greedy, Large);
        var waits = EnterAsync(queue, Greedy, Large);

        using var first = await EnterAsync(queue, Honest, Small);
        using var second = await EnterAsync(queue, Honest, Small);

        bulk.IsLow.ShouldBeTrue();
        first.IsLow.ShouldBeFalse();
        waits.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Enter_AfterMuchWork_SmallDraftsGoIntoTheBulkLaneForAWhile()
    {
        var queue = new CheckQueue(2, _time);
        var costly = await EnterAsync(queue, Greedy, Small);
        _time.Advance(TimeSpan.FromSeconds(10));
        costly.Dispose();

        using (var next = await EnterAsync(queue, Greedy, Small))
        {
            next.Lane.ShouldBe(CheckLane.Bulk);
        }

        using (var other = await EnterAsync(queue, Honest, Small))
        {
            other.Lane.ShouldBe(CheckLane.Quick);
        }

        _time.Advance(TimeSpan.FromMinutes(10));
        using var later = await EnterAsync(queue, Greedy, Small);
        later.Lane.ShouldBe(CheckLane.Quick);
    }

    [Fact]
    public async Task Overrun_LongWorkInTheQuickLane_GivesItsPlaceAwayUpToALimit()
    {
        var queue = new CheckQueue(1, _time);
        var long1 = await EnterAsync(queue, Greedy, Small);
        long1.TryOverrun().ShouldBeTrue();
        long1.IsLow.ShouldBeTrue();
        var long2 = await EnterAsync(queue, Greedy, Small);
        long2.TryOverrun().ShouldBeTrue();
        var long3 = await EnterAsync(queue, Greedy, Small);

        long3.TryOverrun().ShouldBeFalse();
        var honest = EnterAsync(queue, Honest, Small);
        honest.IsCompleted.ShouldBeFalse();
        long1.Dispose();
        long3.TryOverrun().ShouldBeTrue();
        await honest.InTime();
    }

    [Fact]
    public async Task Enter_GivenUp_TakesNoPlace()
    {
        var queue = new CheckQueue(1, _time);
        var running = await EnterAsync(queue, Greedy, Small);
        using var cancel = new CancellationTokenSource();
        var given = queue.EnterAsync(Greedy, Small, cancel.Token);
        var next = EnterAsync(queue, Greedy, Small);

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(given);
        queue.Waiting.ShouldBe(1);
        running.Dispose();

        using var place = await next.InTime();
        queue.Waiting.ShouldBe(0);
    }

    private static Task<CheckPlace> EnterAsync(CheckQueue queue, Principal principal, int bytes)
    {
        return queue.EnterAsync(principal, bytes, CancellationToken.None);
    }
}
