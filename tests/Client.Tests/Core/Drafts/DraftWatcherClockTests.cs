using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core;

public sealed class DraftWatcherClockTests
{
    [Theory]
    [InlineData(150)]
    [InlineData(200)]
    [InlineData(250)]
    [InlineData(300)]
    public async Task Save_TimePassesBetweenTwoLooksAtTheClock_StillGivesTheDraft(int milliseconds)
    {
        using var folder = new TestFolder();
        using var end = new CancellationTokenSource(TestTime.Limit);
        using var watcher = new DraftWatcher(folder.Path, new SteppingTime(TimeSpan.FromMilliseconds(milliseconds)));
        await using var drafts = watcher.WatchAsync(end.Token).GetAsyncEnumerator(end.Token);
        for (var i = 1; i <= 5; i++)
        {
            folder.SaveLikeWord("年报.txt", $"第 {i} 次");

            (await drafts.MoveNextAsync().InTime()).ShouldBeTrue();
            drafts.Current.Name.ShouldBe("年报.txt");
        }
    }
}
