using Validation.Client.Settings;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

[Trait("Size", "Long")]
public sealed class NewRulesTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _data = new();
    private FakeServer _server = null!;
    private volatile string _version = "1";

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _server.Rules.Watched = async (_, replies, stop) =>
        {
            for (string? told = null; ; await Task.Delay(10, stop))
            {
                if (_version != told)
                {
                    told = _version;
                    await replies.WriteAsync(new WatchReply { Version = told }, stop);
                }
            }
        };
        _server.Validator.Answer = (request, _) => Task.FromResult(Judge(request));
    }

    [Fact]
    public async Task Rules_Changed_CheckRecentDraftsAgainAndTellOnlyWhatDiffers()
    {
        await using var watch = await StartAsync();
        foreach (var name in new[] { "甲.txt", "乙.txt" })
        {
            _folder.SaveLikeWord(name, name);
            await watch.CheckedAsync();
            await watch.NoticedAsync();
        }

        _version = "2";
        await watch.StatusAsync(status => status is { RuleSetVersion: "2", Problems: 1, Waiting: 0 });

        var notice = await watch.NoticedAsync();
        notice.Title.ShouldContain("规则已更新为 2");
        notice.Text.ShouldContain("乙.txt");
        notice.Text.ShouldNotContain("甲.txt");
        watch.Monitor.Recent.Single(draft => draft.Name == "乙.txt").Verdict.ShouldBe(Verdict.Reject);
        _server.Validator.Unary.Count.ShouldBe(4);
        await watch.NothingElseAsync(_folder);
    }

    [Fact]
    public async Task Rules_ChangedWhileTheClientWasOff_CheckAgainAtTheStart()
    {
        await using (var first = await StartAsync())
        {
            _folder.SaveLikeWord("乙.txt", "1");
            await first.CheckedAsync();
        }

        _version = "2";
        await using var second = await StartAsync();

        (await second.NoticedAsync()).Title.ShouldContain("规则已更新为 2");
        _server.Validator.Unary.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Rules_ChangedWhileTheFolderIsAway_CheckItsDraftsWhenItIsBack()
    {
        using var elsewhere = new TestFolder();
        var stick = _folder.File("移动盘");
        Directory.CreateDirectory(stick);
        await using var watch = await StartAsync(stick);
        var path = _folder.SaveLikeWord("移动盘/乙.txt", "1");
        await watch.CheckedAsync();
        await watch.NoticedAsync();
        Directory.Move(stick, elsewhere.File("移动盘"));
        await watch.StatusAsync(status => status.MissingFolders.Count == 1);

        _version = "2";
        await watch.StatusAsync(status => status is { RuleSetVersion: "2", Waiting: 0 });
        watch.Monitor.Recent.Single().FilePath.ShouldBe(path);
        File.Exists(watch.Monitor.Recent.Single().ReportFile).ShouldBeTrue();
        Directory.Move(elsewhere.File("移动盘"), stick);

        (await watch.NoticedAsync()).Title.ShouldContain("规则已更新为 2");
        _server.Validator.Unary.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Rules_InForceAtTheStart_CheckNothingAgain()
    {
        await using (var first = await StartAsync())
        {
            _folder.SaveLikeWord("乙.txt", "1");
            await first.CheckedAsync();
        }

        await using var second = await StartAsync();
        await second.StatusAsync(status => status.RuleSetVersion == "1");
        await second.NothingElseAsync(_folder);

        _server.Validator.Unary.Count.ShouldBe(2);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    // The second version finds something in one of the drafts.
    private ValidateReply Judge(ValidateRequest request)
    {
        var reply = new ValidateReply { Verdict = Verdict.Accept, Provenance = new Provenance { RuleSetVersion = _version } };
        if (_version == "2" && request.FileName == "乙.txt")
        {
            reply.Verdict = Verdict.Reject;
            reply.Findings.Add(new Finding { RuleId = "x", Severity = Level.Error, Message = "错。", Fingerprint = "0000000000000001" });
        }

        return reply;
    }

    private Task<MonitorWatch> StartAsync(string? folder = null) =>
        MonitorWatch.StartAsync(new ClientSettings { Server = _server.Address, Folders = [folder ?? _folder.Path] }, _data.Path);
}
