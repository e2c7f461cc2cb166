using System.Text;
using Validation.Client.Drafts;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

/// <summary>What the icon counts, what the menu lists and what the page shows are the same drafts.</summary>
public sealed class KnownDraftsTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _data = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _server.Validator.Answer = (request, _) => Task.FromResult(
            request.Content.ToString(Encoding.UTF8).StartsWith('错')
                ? Outcomes.Reply(Verdict.Reject, Outcomes.Balance())
                : FakeValidator.Accept(request));
    }

    [Fact]
    public async Task Problems_AreAsManyAsTheStatusSaysAndLeadTheList()
    {
        await using var watch = await StartAsync();
        await SaveAsync(watch, "错一.docx", "错 1");
        await SaveAsync(watch, "错二.docx", "错 2");
        await SaveAsync(watch, "好.docx", "好");
        await watch.StatusAsync(status => status.State == MonitorState.Problems);

        watch.Monitor.Status.Problems.ShouldBe(2);
        watch.Monitor.Problems.Select(draft => draft.Name).ShouldBe(["错二.docx", "错一.docx"]);
        watch.Monitor.Foremost.Select(draft => draft.Name).ShouldBe(["错二.docx", "错一.docx", "好.docx"]);
        watch.Monitor.Recent[0].Name.ShouldBe("好.docx");
    }

    [Fact]
    public async Task Page_ShowsEachDraftOnceAndIsWrittenAnew()
    {
        _folder.Write("旧.docx", "错");
        await using var watch = await StartAsync();
        await SaveAsync(watch, "错.docx", "错");
        var first = await PageAsync(watch);
        first.ShouldBe(["错.docx 有错误，须修改", "旧.docx 没有检查过"]);

        await SaveAsync(watch, "错.docx", "好");

        (await PageAsync(watch)).ShouldBe(["旧.docx 没有检查过", "错.docx 通过"]);
        var page = await PageTextAsync(watch);
        page.ShouldNotContain("validation-report:");
        page.ShouldContain($"href=\"file://{_folder.Path}\"");
    }

    [Fact]
    public async Task Page_WhilePaused_ShowsWhatWaitsAndWhy()
    {
        await using var watch = await StartAsync();
        watch.Monitor.Pause(TimeSpan.FromHours(1));
        await watch.StatusAsync(status => status.State == MonitorState.Paused);
        _folder.SaveLikeWord("新.docx", "好");
        await watch.StatusAsync(status => status.Waiting == 1);

        (await PageAsync(watch)).ShouldBe(["新.docx 等待检查"]);
        (await PageTextAsync(watch)).ShouldContain("已暂停，继续时检查");
    }

    [Fact]
    public async Task Page_WithoutAServer_ShowsWhatWaitsAndTheServer()
    {
        await _server.DisposeAsync();
        await using var watch = await StartAsync();
        _folder.SaveLikeWord("新.docx", "好");
        await watch.StatusAsync(status => status is { Waiting: 1, ServerProblem: not null });

        (await PageAsync(watch)).ShouldBe(["新.docx 等待检查"]);
        (await PageTextAsync(watch)).ShouldContain("校验服务没有应答，恢复后检查");
    }

    [Fact]
    public async Task Draft_Renamed_IsFoundByWhatWasToldOfItBefore()
    {
        await using var watch = await StartAsync();
        var path = _folder.File("错.docx");
        await SaveAsync(watch, "错.docx", "错");
        var id = DraftId.Of(path);
        (await FindAsync(watch, id))!.FilePath.ShouldBe(path);

        File.Move(path, _folder.File("终稿.docx"));
        await watch.StatusAsync(_ => watch.Monitor.Recent.Any(draft => draft.Name == "终稿.docx"));

        var found = await FindAsync(watch, id);
        found!.Name.ShouldBe("终稿.docx");
        File.Exists(found.ReportFile).ShouldBeTrue();
        (await FindAsync(watch, DraftId.Of("别的.docx"))).ShouldBeNull();
    }

    [Fact]
    public async Task Report_WhereAddressesAreRegistered_LinksToTheComments()
    {
        using (var data = MonitorData.TryOpen(_data.Path)!)
        {
            data.HasAddresses = true;
            new ReportFolder(data.Reports, data.HasAddresses).TryWrite(
                "/年报/年报.docx", Outcomes.Of(Outcomes.Reply(Verdict.Accept)), ParsedPage.CheckedAt, null).ShouldNotBeNull();
        }

        var page = await File.ReadAllTextAsync(Directory.EnumerateFiles(Path.Combine(_data.Path, "reports")).Single());
        ParsedPage.Parse(page).QuerySelectorAll(".open a").Select(link => link.GetAttribute("href")).ShouldContain(
            $"validation-report:comments/{DraftId.Of("/年报/年报.docx").Text}");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    private static Task<CheckedDraft?> FindAsync(MonitorWatch watch, DraftId id) =>
        watch.Monitor.FindAsync(id, CancellationToken.None).InTime();

    private static async Task<string> PageTextAsync(MonitorWatch watch)
    {
        var file = await watch.Monitor.WritePageAsync(CancellationToken.None).InTime();
        return await File.ReadAllTextAsync(file.ShouldNotBeNull());
    }

    private static async Task<IEnumerable<string>> PageAsync(MonitorWatch watch) =>
        ParsedPage.Parse((await PageTextAsync(watch)).TrimStart('\uFEFF')).QuerySelectorAll("tbody tr")
            .Select(row => $"{row.Words("th strong")} {row.Words(".state")}");

    private async Task SaveAsync(MonitorWatch watch, string name, string content)
    {
        _folder.SaveLikeWord(name, content);
        (await watch.CheckedAsync()).Name.ShouldBe(name);
    }

    private Task<MonitorWatch> StartAsync() => MonitorWatch.StartAsync(
        new ClientSettings { Server = _server.Address, Folders = [_folder.Path] }, _data.Path);
}
