using Microsoft.Extensions.Time.Testing;
using Validation.Client.Drafts;
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
        // The clock goes on whenever it is read: what is due soon is overdue at the next look.
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(milliseconds) };
        using var watcher = new DraftWatcher(folder.Path, time);
        await using var drafts = watcher.WatchAsync(end.Token).GetAsyncEnumerator(end.Token);
        for (var i = 1; i <= 5; i++)
        {
            folder.SaveLikeWord("年报.txt", $"第 {i} 次");

            var next = drafts.MoveNextAsync().AsTask();
            while (!next.IsCompleted)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), end.Token);
                time.Advance(TimeSpan.FromMilliseconds(5));
            }

            (await next).ShouldBeTrue();
            drafts.Current.Name.ShouldBe("年报.txt");
        }
    }
}
