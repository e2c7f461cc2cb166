using Validation.Client.Drafts;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core;

/// <summary>A folder of which the system does not tell, by a clock that the test moves.</summary>
public sealed class DraftWatcherErrorTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly CancellationTokenSource _end = new(TestTime.Limit);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task System_NeverTells_IsAskedEverMoreSeldomAndSavesAreFoundAllTheSame(bool begins)
    {
        var listening = new FaultyListening(begins);
        using var watcher = new DraftWatcher(_folder.Path, new DraftWatching { Listen = listening.TryOpen }, _time);
        await using var drafts = watcher.WatchAsync(_end.Token).GetAsyncEnumerator(_end.Token);
        var next = drafts.MoveNextAsync().AsTask();

        await PassAsync(TimeSpan.FromMinutes(10), next);

        next.IsCompleted.ShouldBeFalse();
        listening.Openings.ShouldBeInRange(4, 9);
        _folder.SaveLikeWord("年报.txt", "1");
        await PassAsync(TimeSpan.FromSeconds(40), next);
        (await next.InTime()).ShouldBeTrue();
        drafts.Current.Name.ShouldBe("年报.txt");
    }

    public void Dispose()
    {
        _end.Dispose();
        _folder.Dispose();
    }

    private async Task PassAsync(TimeSpan span, Task until)
    {
        for (var passed = TimeSpan.Zero; passed < span && !until.IsCompleted; passed += TimeSpan.FromSeconds(1))
        {
            await Task.WhenAny(_time.WaitedForAsync(), until);
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
