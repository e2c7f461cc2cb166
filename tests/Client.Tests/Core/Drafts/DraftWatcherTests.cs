using Validation.Client.Drafts;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core;

/// <summary>Against a real folder and the real clock. What must not come is shown by what comes next instead.</summary>
public sealed class DraftWatcherTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly CancellationTokenSource _end = new(TestTime.Limit);
    private DraftWatcher? _watcher;
    private IAsyncEnumerator<Draft>? _drafts;

    public Task InitializeAsync()
    {
        _folder.Write("早先.txt", "早先");
        Watch();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Save_LikeWord_GivesOneDraft()
    {
        _folder.Write("~$年报.docx", "锁");
        _folder.SaveLikeWord("年报.docx", "1");
        File.Delete(_folder.File("~$年报.docx"));

        (await NextAsync()).ShouldBe("年报.docx");
        await NothingElseThanAsync("末尾.txt");
    }

    [Fact]
    public async Task Saves_InQuickSuccession_GiveTheLastContentOnce()
    {
        for (var i = 1; i <= 100; i++)
        {
            _folder.SaveLikeWord("年报.txt", $"第 {i} 次");
            await Task.Yield();
        }

        // A machine that pauses between two saves may see one of them settle; the last must come all the same, and once.
        while (await NextContentAsync() != "第 100 次")
        {
            _drafts!.Current.Name.ShouldBe("年报.txt");
        }

        await NothingElseThanAsync("末尾.txt");
    }

    [Fact]
    public async Task File_LockedForAWhile_GivesADraftWhenReleased()
    {
        var path = _folder.File("年报.docx");
        var next = _drafts!.MoveNextAsync().AsTask();
        await using (var locked = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            await locked.WriteAsync(new byte[10]);
            await locked.FlushAsync();
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(2)));
            next.IsCompleted.ShouldBeFalse();
        }

        (await next.InTime()).ShouldBeTrue();
        _drafts.Current.Name.ShouldBe("年报.docx");
    }

    [Fact]
    public async Task Save_InANewSubfolder_GivesADraft()
    {
        Directory.CreateDirectory(_folder.File("2024/街道办"));
        _folder.Write("2024/街道办/年报.txt", "1");

        (await NextAsync()).ShouldBe("年报.txt");
    }

    [Fact]
    public async Task Folder_MovedIn_BringsItsDrafts()
    {
        using var elsewhere = new TestFolder();
        elsewhere.Write("年报.txt", "1");
        Directory.Move(elsewhere.Path, _folder.File("移入"));

        (await NextAsync()).ShouldBe("年报.txt");
        Directory.CreateDirectory(elsewhere.Path);
    }

    [Fact]
    public async Task Save_BeforeWatching_IsNotLost()
    {
        using var watcher = new DraftWatcher(_folder.Path);
        _folder.SaveLikeWord("年报.txt", "1");

        await using var drafts = watcher.WatchAsync(_end.Token).GetAsyncEnumerator();
        (await drafts.MoveNextAsync().InTime()).ShouldBeTrue();
        drafts.Current.FilePath.ShouldBe(_folder.File("年报.txt"));
    }

    [Fact]
    public async Task Watching_Cancelled_Ends()
    {
        using var stop = new CancellationTokenSource();
        using var watcher = new DraftWatcher(_folder.Path);
        await using var drafts = watcher.WatchAsync(stop.Token).GetAsyncEnumerator();
        var next = drafts.MoveNextAsync().AsTask();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(next.InTime());
    }

    [Fact]
    public async Task Folder_ThatIsMissing_IsWaitedFor()
    {
        var folder = _folder.File("以后才有");
        using var watcher = new DraftWatcher(folder, new DraftWatching { LearnedFolders = [folder] });
        watcher.IsReachable.ShouldBeFalse();
        await using var drafts = watcher.WatchAsync(_end.Token).GetAsyncEnumerator();
        var next = drafts.MoveNextAsync().AsTask();

        _folder.Write("以后才有/年报.txt", "1");

        (await next.InTime()).ShouldBeTrue();
        drafts.Current.Name.ShouldBe("年报.txt");
        watcher.IsReachable.ShouldBeTrue();
    }

    [Fact]
    public async Task Folder_ThatGoesAndComesBack_IsWatchedAgain()
    {
        var folder = Directory.CreateDirectory(_folder.File("共享")).FullName;
        using var watcher = new DraftWatcher(folder);
        await using var drafts = watcher.WatchAsync(_end.Token).GetAsyncEnumerator();
        var next = drafts.MoveNextAsync().AsTask();
        Directory.Delete(folder);
        while (watcher.IsReachable)
        {
            await Task.Delay(20, _end.Token);
        }

        _folder.Write("共享/年报.txt", "1");
        (await next.InTime()).ShouldBeTrue();
        // The folder is another one now, and what it tells is heard again.
        _folder.Write("共享/年报.txt", "12");
        (await drafts.MoveNextAsync().InTime()).ShouldBeTrue();
    }

    [Fact]
    public async Task Folder_KnownFromAnEarlierTime_GivesWhatWasSavedMeanwhile()
    {
        var same = _folder.Write("早/没动.txt", "1");
        _folder.Write("早/改了.txt", "1");
        var known = new Dictionary<string, FileStamp>(StringComparer.Ordinal)
        {
            [same] = DraftFiles.Stamp(same)!.Value,
            [_folder.File("早/改了.txt")] = new FileStamp(99, default),
        };
        var watching = new DraftWatching { Known = known, LearnedFolders = [_folder.File("早")] };
        using var watcher = new DraftWatcher(_folder.File("早"), watching);
        await using var drafts = watcher.WatchAsync(_end.Token).GetAsyncEnumerator();

        (await drafts.MoveNextAsync().InTime()).ShouldBeTrue();
        drafts.Current.Name.ShouldBe("改了.txt");
        _folder.Write("早/末尾.txt", "1");
        (await drafts.MoveNextAsync().InTime()).ShouldBeTrue();
        drafts.Current.Name.ShouldBe("末尾.txt");
    }

    public async Task DisposeAsync()
    {
        await _end.CancelAsync();
        await _drafts!.DisposeAsync();
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _end.Dispose();
        _folder.Dispose();
    }

    private void Watch()
    {
        _watcher = new DraftWatcher(_folder.Path);
        _drafts = _watcher.WatchAsync(_end.Token).GetAsyncEnumerator();
    }

    private async Task<string> NextAsync()
    {
        (await _drafts!.MoveNextAsync().InTime()).ShouldBeTrue();
        return _drafts.Current.Name;
    }

    private async Task<string> NextContentAsync()
    {
        await NextAsync();
        var content = await _drafts!.Current.ReadAsync(_end.Token).InTime();
        return System.Text.Encoding.UTF8.GetString(content.Bytes.Span);
    }

    private async Task NothingElseThanAsync(string name)
    {
        _folder.SaveLikeWord(name, "末尾");
        (await NextAsync()).ShouldBe(name);
    }
}
