using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Checks;

public sealed class WorkerThreadsTests
{
    private readonly WorkerThreads _threads = new();

    [Fact]
    public async Task QueueTask_AfterAnotherWork_ItsThreadIsUsedAgain()
    {
        var first = await RunAsync(() => Thread.CurrentThread);

        await Administration.UntilAsync(() => IsUsedAsync(first)).InTime();
    }

    [Fact]
    public async Task QueueTask_ManyAtATime_NoneWaitsForAnother()
    {
        var count = 4 * Environment.ProcessorCount;
        using var all = new Barrier(count);

        for (var turn = 0; turn < 3; turn++)
        {
            var works = Enumerable.Range(0, count).Select(_ => RunAsync(() => all.SignalAndWait(Waiting.Longest)));
            (await Task.WhenAll(works)).ShouldAllBe(met => met);
        }
    }

    [Fact]
    public async Task QueueTask_PriorityWasLowered_TheThreadEnds()
    {
        var thread = await RunAsync(() =>
        {
            var priority = new WorkerPriority();
            priority.Begin();
            priority.Lower();
            priority.End();
            return Thread.CurrentThread;
        });

        await Administration.UntilAsync(() => Task.FromResult(!thread.IsAlive)).InTime();
    }

    [Fact]
    public async Task QueueTask_WorkThrows_TheThreadIsKept()
    {
        Thread? thread = null;

        await Should.ThrowAsync<InvalidOperationException>(RunAsync<int>(() =>
        {
            thread = Thread.CurrentThread;
            throw new InvalidOperationException("the work's own fault");
        }));

        await Administration.UntilAsync(() => IsUsedAsync(thread)).InTime();
    }

    // As many works at a time as threads are kept: all that wait by now are used.
    private async Task<bool> IsUsedAsync(Thread? thread)
    {
        using var all = new Barrier(Environment.ProcessorCount);
        var works = Enumerable.Range(0, all.ParticipantCount).Select(_ => RunAsync(() =>
        {
            all.SignalAndWait(Waiting.Longest);
            return Thread.CurrentThread;
        }));
        return (await Task.WhenAll(works)).Contains(thread);
    }

    private Task<T> RunAsync<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, _threads).InTime();
}
