using Validation.Client.Settings;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Monitor;

/// <summary>Settings that name the folder above or below the one that was watched.</summary>
public sealed class OtherFoldersTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _parent = new();
    private readonly TestFolder _data = new();
    private FakeServer _server = null!;

    private string Child => _parent.File("2024");

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _parent.Write("早先.txt", "1");
        _parent.Write("2024/早先.txt", "1");
    }

    [Fact]
    public async Task Parent_WatchedAfterARestart_FindsWhatWasSavedMeanwhile()
    {
        await using (var first = await StartAsync(Child))
        {
            _parent.SaveLikeWord("2024/查过.txt", "1");
            await first.CheckedAsync();
        }

        _parent.SaveLikeWord("2024/查过.txt", "12");
        _parent.SaveLikeWord("2024/新的.txt", "1");
        await using var second = await StartAsync(_parent.Path);

        (await NamesAsync(second, 2)).ShouldBe(["新的.txt", "查过.txt"]);
        await second.NothingElseAsync(_parent);
    }

    [Fact]
    public async Task Child_WatchedAfterARestart_FindsWhatWasSavedMeanwhile()
    {
        await using (var first = await StartAsync(_parent.Path))
        {
            _parent.SaveLikeWord("2024/查过.txt", "1");
            await first.CheckedAsync();
        }

        _parent.SaveLikeWord("2024/查过.txt", "12");
        _parent.SaveLikeWord("2024/新的.txt", "1");
        await using var second = await StartAsync(Child);

        (await NamesAsync(second, 2)).ShouldBe(["新的.txt", "查过.txt"]);
        _parent.SaveLikeWord("2024/末尾.txt", "1");
        (await second.CheckedAsync()).Name.ShouldBe("末尾.txt");
    }

    [Fact]
    public async Task Parent_AddedWhileADraftIsBeingSaved_DoesNotLoseIt()
    {
        await using var watch = await StartAsync(Child);
        _parent.SaveLikeWord("2024/查过.txt", "1");
        await watch.CheckedAsync();

        _parent.SaveLikeWord("2024/查过.txt", "12");
        _parent.SaveLikeWord("2024/新的.txt", "1");
        watch.Monitor.Apply(Settings(Child, _parent.Path));

        (await NamesAsync(watch, 2)).ShouldBe(["新的.txt", "查过.txt"]);
        await watch.StatusAsync(status => status.IsWatching);
        await watch.NothingElseAsync(_parent);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _parent.Dispose();
        _data.Dispose();
    }

    private static async Task<List<string>> NamesAsync(MonitorWatch watch, int count)
    {
        List<string> names = [];
        for (var i = 0; i < count; i++)
        {
            names.Add((await watch.CheckedAsync()).Name);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private ClientSettings Settings(params string[] folders) => new() { Server = _server.Address, Folders = folders };

    private Task<MonitorWatch> StartAsync(string folder) => MonitorWatch.StartAsync(Settings(folder), _data.Path);
}
