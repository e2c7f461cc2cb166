using System.Threading.Channels;
using Validation.Client.Drafts;
using Validation.Client.Monitor;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Monitor;

public sealed class WatchedFoldersTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Watcher_Fails_GoesOnAndMissesNothing(bool isKnown)
    {
        var saved = Channel.CreateUnbounded<string>();
        var ready = new SemaphoreSlim(0);
        var hasFailed = new TaskCompletionSource();
        var old = _folder.Write("旧.txt", "旧");
        var watching = !isKnown ? new DraftWatching() : new DraftWatching
        {
            Known = new Dictionary<string, FileStamp>(StringComparer.Ordinal) { [old] = DraftFiles.Stamp(old)!.Value },
            LearnedFolders = [_folder.Path],
        };
        await using var folders = new WatchedFolders(_ => watching, Saved, () => ready.Release(), TimeProvider.System);
        await folders.SetAsync([_folder.Path]);
        (await ready.WaitAsync(TestTime.Limit)).ShouldBeTrue();

        _folder.SaveLikeWord("甲.txt", "甲");
        await hasFailed.Task.InTime();
        _folder.SaveLikeWord("乙.txt", "乙");

        List<string> names = [await NextAsync(), await NextAsync()];
        names.Order(StringComparer.Ordinal).ShouldBe(["乙.txt", "甲.txt"]);

        void Saved(string path)
        {
            if (hasFailed.TrySetResult())
            {
                throw new InvalidOperationException("a fault");
            }

            saved.Writer.TryWrite(path);
        }

        async Task<string> NextAsync() => Path.GetFileName(await saved.Reader.ReadAsync().InTime());
    }

    public void Dispose() => _folder.Dispose();
}
