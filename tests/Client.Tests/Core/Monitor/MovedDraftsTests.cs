using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

/// <summary>Drafts that are renamed, moved, copied and deleted, with a real folder.</summary>
[Trait("Size", "Long")]
public sealed class MovedDraftsTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _data = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _server.Validator.Answer = (request, _) => Task.FromResult(
            request.FileName == "末尾.txt" ? FakeValidator.Accept(request) : Outcomes.Reply(Verdict.Reject, Outcomes.Balance()));
    }

    [Theory]
    [InlineData("新名.txt")]
    [InlineData("终稿/年报.txt")]
    public async Task Draft_RenamedOrMoved_KeepsItsHistoryAndIsNotToldAgain(string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "终稿"));
        await using var watch = await StartAsync();
        var old = await SaveAsync(watch, "年报.txt", "1");
        var path = Path.Combine(_folder.Path, name);

        File.Move(old.FilePath, path);

        await HasMovedAsync(watch, path);
        await watch.NothingElseAsync(_folder);
        Sent().ShouldBe(1);
        var moved = watch.Monitor.Recent.Single(draft => draft.FilePath == path);
        File.Exists(moved.ReportFile).ShouldBeTrue();
        watch.Monitor.Recent.ShouldNotContain(draft => draft.FilePath == old.FilePath);
        File.WriteAllText(path, "12");
        (await watch.CheckedAsync()).Changes.ShouldNotBeNull().Remaining.ShouldBe(1);
    }

    [Fact]
    public async Task Folder_Renamed_TakesTheHistoryOfItsDraftsWithIt()
    {
        var before = Directory.CreateDirectory(Path.Combine(_folder.Path, "甲")).FullName;
        await using var watch = await StartAsync();
        File.WriteAllText(Path.Combine(before, "年报.txt"), "1");
        await watch.CheckedAsync();

        Directory.Move(before, Path.Combine(_folder.Path, "乙"));

        await HasMovedAsync(watch, Path.Combine(_folder.Path, "乙", "年报.txt"));
        Sent().ShouldBe(1);
    }

    [Fact]
    public async Task Draft_RenamedWhileNobodyWatched_KeepsItsHistory()
    {
        CheckedDraft old;
        await using (var first = await StartAsync())
        {
            old = await SaveAsync(first, "年报.txt", "1");
        }

        var path = Path.Combine(_folder.Path, "新名.txt");
        File.Move(old.FilePath, path);
        await using var second = await StartAsync();

        await HasMovedAsync(second, path);
        Sent().ShouldBe(1);
    }

    [Fact]
    public async Task Draft_Copied_IsADraftOfItsOwn()
    {
        await using var watch = await StartAsync();
        var old = await SaveAsync(watch, "年报.txt", "1");
        var moved = Path.Combine(_folder.Path, "新名.txt");
        File.Move(old.FilePath, moved);
        await HasMovedAsync(watch, moved);

        File.Copy(moved, Path.Combine(_folder.Path, "副本.txt"));

        (await watch.CheckedAsync()).Name.ShouldBe("副本.txt");
        Sent().ShouldBe(2);
    }

    [Fact]
    public async Task Draft_Deleted_LeavesTheList()
    {
        await using var watch = await StartAsync();
        var draft = await SaveAsync(watch, "年报.txt", "1");
        await watch.StatusAsync(status => status.Problems == 1);

        File.Delete(draft.FilePath);

        await watch.StatusAsync(status => status is { Problems: 0, State: MonitorState.Normal });
        watch.Monitor.Recent.ShouldBeEmpty();
        File.Exists(draft.ReportFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Folder_Removed_TakesItsDraftsFromTheList()
    {
        var below = Directory.CreateDirectory(Path.Combine(_folder.Path, "甲", "乙")).FullName;
        await using var watch = await StartAsync();
        File.WriteAllText(Path.Combine(below, "年报.txt"), "1");
        await watch.CheckedAsync();
        await watch.StatusAsync(status => status.Problems == 1);

        Directory.Delete(Path.Combine(_folder.Path, "甲"), recursive: true);

        await watch.StatusAsync(status => status.Problems == 0);
        watch.Monitor.Recent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Draft_NeverCheckedAndDeleted_IsNoLongerCounted()
    {
        var path = _folder.Write("早先.txt", "1");
        await using var watch = await StartAsync();
        await watch.StatusAsync(status => status.Unchecked == 1);

        File.Delete(path);

        await watch.StatusAsync(status => status.Unchecked == 0);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    private static async Task HasMovedAsync(MonitorWatch watch, string path) =>
        await watch.StatusAsync(_ => watch.Monitor.Recent.Any(draft => draft.FilePath == path));

    private async Task<CheckedDraft> SaveAsync(MonitorWatch watch, string name, string content)
    {
        _folder.SaveLikeWord(name, content);
        return await watch.CheckedAsync();
    }

    private int Sent() => _server.Validator.Unary.Count(request => request.FileName is not ("末尾.txt" or ""));

    private Task<MonitorWatch> StartAsync() =>
        MonitorWatch.StartAsync(new ClientSettings { Server = _server.Address, Folders = [_folder.Path] }, _data.Path);
}
