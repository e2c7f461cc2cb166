using Validation.Client.Connection;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

/// <summary>A share that goes and comes back is no deletion, and a draft that was deleted may come back too.</summary>
[Trait("Size", "Long")]
public sealed class DraftsOutOfSightTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _data = new();

    private string Share => _folder.File("共享");

    [Fact]
    public async Task Share_GoneWhileDraftsWaitForTheServer_LosesNoSave()
    {
        Directory.CreateDirectory(Share);
        var address = FakeServer.NobodysAddress();
        await using var watch = await StartAsync(address);
        _folder.SaveLikeWord("共享/甲.txt", "1");
        _folder.SaveLikeWord("共享/乙.txt", "1");
        await watch.StatusAsync(status => status is { State: MonitorState.Offline, Waiting: 2 });

        Directory.Move(Share, _folder.File("别处"));
        await watch.StatusAsync(status => status is { Waiting: 0, MissingFolders.Count: 1 });
        Directory.Move(_folder.File("别处"), Share);
        await using var server = await FakeServer.StartAsync(port: address.Uri.Port);

        List<string> names = [(await watch.CheckedAsync()).Name, (await watch.CheckedAsync()).Name];
        names.Order(StringComparer.Ordinal).ShouldBe(["乙.txt", "甲.txt"]);
        _folder.SaveLikeWord("共享/末尾.txt", "1");
        (await watch.CheckedAsync()).Name.ShouldBe("末尾.txt");
    }

    [Fact]
    public async Task Share_GoneForAWhile_LeavesItsProblemsAndReports()
    {
        Directory.CreateDirectory(Share);
        await using var server = await FakeServer.StartAsync();
        server.Validator.Answer = (_, _) => Task.FromResult(new ValidateReply { Verdict = Verdict.Reject });
        await using var watch = await StartAsync(server.Address);
        var path = _folder.SaveLikeWord("共享/年报.txt", "1");
        var draft = await watch.CheckedAsync();
        Directory.Move(Share, _folder.File("别处"));
        await watch.StatusAsync(status => status.MissingFolders.Count == 1);

        (await watch.Monitor.CheckNowAsync(path, default).InTime()).ShouldBeNull();

        await watch.StatusAsync(status => status is { Waiting: 0, Problems: 1 });
        watch.Monitor.Recent.Single().FilePath.ShouldBe(path);
        File.Exists(draft.ReportFile).ShouldBeTrue();
    }

    [Fact]
    public async Task Draft_DeletedAndPutBack_IsCheckedAgain()
    {
        Directory.CreateDirectory(Share);
        await using var server = await FakeServer.StartAsync();
        server.Validator.Answer = (_, _) => Task.FromResult(new ValidateReply { Verdict = Verdict.Reject });
        await using var watch = await StartAsync(server.Address);
        var path = _folder.SaveLikeWord("共享/年报.txt", "1");
        await watch.CheckedAsync();
        await watch.StatusAsync(status => status.Problems == 1);

        File.Move(path, _folder.File("回收站.txt"));
        await watch.StatusAsync(status => status.Problems == 0);
        watch.Monitor.Recent.ShouldBeEmpty();
        File.Move(_folder.File("回收站.txt"), path);

        (await watch.CheckedAsync()).FilePath.ShouldBe(path);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    private Task<MonitorWatch> StartAsync(ServerAddress server) =>
        MonitorWatch.StartAsync(new ClientSettings { Server = server, Folders = [Share] }, _data.Path);
}
