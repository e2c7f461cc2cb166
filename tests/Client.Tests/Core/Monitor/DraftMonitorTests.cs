using Validation.Client.Connection;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

/// <summary>With a real folder, the real clock and a server that does what the test says.</summary>
public sealed class DraftMonitorTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _data = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    [Fact]
    public async Task Save_IsAnsweredOnce()
    {
        await using var watch = await StartAsync();
        var path = _folder.SaveLikeWord("年报.txt", "1");

        var draft = await watch.CheckedAsync();

        draft.FilePath.ShouldBe(path);
        draft.Verdict.ShouldBe(Verdict.Accept);
        File.Exists(draft.ReportFile).ShouldBeTrue();
        (await watch.NoticedAsync()).Title.ShouldBe("年报.txt");
        watch.Monitor.Recent.Single().FilePath.ShouldBe(path);
        await watch.NothingElseAsync(_folder);
    }

    [Fact]
    public async Task Annotate_ADraft_KeepsACopyThatCannotBeChanged()
    {
        await using var watch = await StartAsync();
        var path = _folder.SaveLikeWord("年报.docx", "1");
        await watch.CheckedAsync();

        var first = await watch.Monitor.AnnotateAsync(path, CancellationToken.None).InTime();
        File.WriteAllText(path, "2");
        var second = await watch.Monitor.AnnotateAsync(path, CancellationToken.None).InTime();

        second.Problem.ShouldBeNull();
        second.FilePath.ShouldBe(first.FilePath);
        Path.GetFileName(second.FilePath)!.ShouldStartWith("年报-");
        Path.GetDirectoryName(second.FilePath).ShouldBe(Path.Combine(_data.Path, "reports"));
        File.ReadAllText(second.FilePath!).ShouldBe("2（批注）");
        File.GetAttributes(second.FilePath!).HasFlag(FileAttributes.ReadOnly).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null, "只有 docx")]
    [InlineData("", "读不懂")]
    public async Task Annotate_DraftWithoutACopy_SaysWhy(string? copy, string why)
    {
        _server.Validator.Copy = _ => copy;
        await using var watch = await StartAsync();

        var answer = await watch.Monitor.AnnotateAsync(_folder.Write("年报.docx", "1"), CancellationToken.None).InTime();

        answer.FilePath.ShouldBeNull();
        answer.Problem.ShouldNotBeNull().ShouldContain(why);
    }

    [Fact]
    public async Task Save_OfACopyWithComments_IsNoDraft()
    {
        await using var watch = await StartAsync();

        _folder.SaveLikeWord("年报（批注）.docx", "1");

        await watch.NothingElseAsync(_folder);
    }

    [Fact]
    public async Task Save_OfTheSameContent_IsNotSentAgain()
    {
        await using var watch = await StartAsync();
        _folder.SaveLikeWord("年报.txt", "1");
        await watch.CheckedAsync();
        _folder.SaveLikeWord("年报.txt", "1");
        await watch.NothingElseAsync(_folder);

        Sent("年报.txt").ShouldBe(1);
    }

    [Fact]
    public async Task Answer_AboutAnOlderVersion_IsNotTold()
    {
        var arrived = new SemaphoreSlim(0);
        var release = new TaskCompletionSource();
        var isFirst = true;
        _server.Validator.Answer = async (request, _) =>
        {
            if (isFirst)
            {
                isFirst = false;
                arrived.Release();
                await release.Task;
                return new ValidateReply { Verdict = Verdict.Reject };
            }

            return FakeValidator.Accept(request);
        };
        await using var watch = await StartAsync();
        _folder.SaveLikeWord("年报.txt", "旧");
        await arrived.WaitAsync(TestTime.Limit);
        _folder.SaveLikeWord("年报.txt", "新的");
        release.SetResult();

        (await watch.CheckedAsync()).Verdict.ShouldBe(Verdict.Accept);
        await watch.NothingElseAsync(_folder);
        Sent("年报.txt").ShouldBe(2);
    }

    [Fact]
    public async Task Content_ThatLooksUnfinished_IsDoubtedOnce()
    {
        var asked = 0;
        _server.Validator.Answer = (request, _) => Task.FromResult(Interlocked.Increment(ref asked) == 1
            ? new ValidateReply { Verdict = Verdict.NotDecided, Reason = Reason.DamagedDocument, ReasonText = "文件损坏。" }
            : FakeValidator.Accept(request));
        await using var watch = await StartAsync();
        _folder.SaveLikeWord("年报.txt", "1");

        (await watch.CheckedAsync()).Verdict.ShouldBe(Verdict.Accept);
        asked.ShouldBe(2);
    }

    [Fact]
    public async Task Content_ThatStaysDamaged_IsTold()
    {
        _server.Validator.Answer = (_, _) => Task.FromResult(
            new ValidateReply { Verdict = Verdict.NotDecided, Reason = Reason.DamagedDocument, ReasonText = "文件损坏。" });
        await using var watch = await StartAsync();
        _folder.SaveLikeWord("年报.txt", "1");

        (await watch.CheckedAsync()).Summary.ShouldContain("文件损坏");
        (await watch.NoticedAsync()).Weight.ShouldBe(NoticeWeight.Warning);
    }

    [Fact]
    public async Task Server_AwayAndBack_EachDraftIsCheckedOnceInItsNewestVersion()
    {
        var address = FakeServer.NobodysAddress();
        await using var watch = await StartAsync(address);
        for (var i = 0; i < 3; i++)
        {
            _folder.SaveLikeWord("甲.txt", $"第 {i} 版");
            _folder.SaveLikeWord("乙.txt", $"第 {i} 版");
            await watch.StatusAsync(status => status is { State: MonitorState.Offline, Waiting: > 0 });
        }

        (await watch.NoticedAsync()).Title.ShouldBe("校验服务没有应答");
        await using var server = await FakeServer.StartAsync(port: address.Uri.Port);
        List<string> names = [(await watch.CheckedAsync()).Name, (await watch.CheckedAsync()).Name];

        names.Order(StringComparer.Ordinal).ShouldBe(["乙.txt", "甲.txt"]);
        await watch.StatusAsync(status => status is { State: MonitorState.Normal, Waiting: 0, ServerProblem: null });
        await watch.NothingElseAsync(_folder);
        // What was asked while nobody was there is asked again until somebody is: such a question may bring a version that was saved over
        // since. It arrives once, nobody is told its answer, and the newest version follows.
        var arrived = server.Validator.Unary.Where(request => request.FileName is "甲.txt" or "乙.txt")
            .Select(request => (request.FileName, Version: request.Content.ToStringUtf8())).ToList();
        arrived.ShouldBeUnique();
        arrived.GroupBy(request => request.FileName).Select(draft => draft.Last().Version).ShouldBe(["第 2 版", "第 2 版"]);
    }

    [Fact]
    public async Task Restart_FindsWhatWasSavedMeanwhile()
    {
        _folder.Write("早先.txt", "1");
        await using (var first = await StartAsync())
        {
            _folder.SaveLikeWord("查过.txt", "1");
            await first.CheckedAsync();
        }

        _folder.SaveLikeWord("查过.txt", "12");
        _folder.SaveLikeWord("新的.txt", "1");
        await using var second = await StartAsync();
        List<string> names = [(await second.CheckedAsync()).Name, (await second.CheckedAsync()).Name];

        names.Order(StringComparer.Ordinal).ShouldBe(["新的.txt", "查过.txt"]);
        second.Monitor.Recent.Count.ShouldBe(2);
        await second.NothingElseAsync(_folder);
    }

    [Fact]
    public async Task Pause_LetsDraftsWait()
    {
        await using var watch = await StartAsync();
        watch.Monitor.Pause(TimeSpan.FromHours(1));
        await watch.StatusAsync(status => status.State == MonitorState.Paused);
        _folder.SaveLikeWord("年报.txt", "1");
        await watch.StatusAsync(status => status.Waiting == 1);
        Sent("年报.txt").ShouldBe(0);

        watch.Monitor.Resume();

        (await watch.CheckedAsync()).Name.ShouldBe("年报.txt");
    }

    [Fact]
    public async Task File_AskedFor_IsCheckedWhereverItIs()
    {
        using var elsewhere = new TestFolder();
        await using var watch = await StartAsync();

        var draft = await watch.Monitor.CheckNowAsync(elsewhere.Write("别处.txt", "1"), default).InTime();

        draft!.Verdict.ShouldBe(Verdict.Accept);
        (await watch.NoticedAsync()).Title.ShouldBe("别处.txt");
        (await watch.Monitor.CheckNowAsync(elsewhere.File("没有.txt"), default).InTime()).ShouldBeNull();
    }

    [Fact]
    public async Task File_AskedForWithoutAServer_IsToldSo()
    {
        using var elsewhere = new TestFolder();
        await using var watch = await StartAsync(FakeServer.NobodysAddress());
        await watch.StatusAsync(status => status.State == MonitorState.Offline);

        var draft = await watch.Monitor.CheckNowAsync(elsewhere.Write("别处.txt", "1"), default).InTime();

        draft!.Verdict.ShouldBeNull();
        draft.Summary.ShouldContain("没有应答");
        // Nothing was kept, so nothing is promised; the next save is.
        _folder.SaveLikeWord("年报.txt", "1");
        (await watch.NoticedAsync()).Text.ShouldContain("1 份草稿等待检查，恢复后自动检查");
    }

    [Fact]
    public async Task Draft_ThatWaitsForTheServer_StillWaitsAfterItWasAskedFor()
    {
        var address = FakeServer.NobodysAddress();
        await using var watch = await StartAsync(address);
        var path = _folder.SaveLikeWord("年报.txt", "1");
        (await watch.NoticedAsync()).Text.ShouldContain("1 份草稿等待检查，恢复后自动检查");

        (await watch.Monitor.CheckNowAsync(path, default).InTime())!.Verdict.ShouldBeNull();

        await using var server = await FakeServer.StartAsync(port: address.Uri.Port);
        (await watch.CheckedAsync()).FilePath.ShouldBe(path);
    }

    [Fact]
    public async Task File_AskedForWhenNoServerMayBeAsked_IsToldSo()
    {
        using var elsewhere = new TestFolder();
        var settings = new ClientSettings { Server = _server.Address, Folders = [_folder.Path], TrustProblem = "读不出证书文件。" };
        await using var watch = await MonitorWatch.StartAsync(settings, _data.Path);

        var draft = await watch.Monitor.CheckNowAsync(elsewhere.Write("别处.txt", "1"), default).InTime();

        draft!.Verdict.ShouldBeNull();
        draft.Summary.ShouldContain("读不出证书文件");
        Sent("别处.txt").ShouldBe(0);
    }

    [Fact]
    public async Task Server_ThatFailsOnADraft_IsAskedThreeTimesThenTheClerkIsTold()
    {
        _server.Validator.Answer = (_, _) => throw new Grpc.Core.RpcException(new Grpc.Core.Status(Grpc.Core.StatusCode.Internal, "坏了"));
        await using var watch = await StartAsync();
        _folder.SaveLikeWord("年报.txt", "1");

        var draft = await watch.CheckedAsync();

        draft.Verdict.ShouldBeNull();
        draft.Summary.ShouldStartWith("未能检查");
        Sent("年报.txt").ShouldBe(3);
        // The draft is told before the check is over.
        await HasProblemsAsync(watch.Monitor).InTime();
    }

    [Fact]
    public async Task Client_FailsOnADraft_TriesAgainAndGoesOn()
    {
        var time = new FaultyTime();
        var asked = 0;
        _server.Validator.Answer = (request, _) =>
        {
            if (Interlocked.Increment(ref asked) == 1)
            {
                time.FailNext();
            }

            return Task.FromResult(FakeValidator.Accept(request));
        };
        await using var watch = await StartAsync(time: time);
        _folder.SaveLikeWord("年报.txt", "1");

        (await watch.CheckedAsync()).Verdict.ShouldBe(Verdict.Accept);

        asked.ShouldBe(2);
        await watch.NothingElseAsync(_folder);
    }

    [Fact]
    public async Task Client_FailsOnADraftEachTime_TellsTheClerk()
    {
        var time = new FaultyTime();
        _server.Validator.Answer = (request, _) =>
        {
            time.FailNext();
            return Task.FromResult(FakeValidator.Accept(request));
        };
        await using var watch = await StartAsync(time: time);
        _folder.SaveLikeWord("年报.txt", "1");

        var draft = await watch.CheckedAsync();

        draft.Verdict.ShouldBeNull();
        draft.Summary.ShouldContain(MonitorTexts.OwnFault);
        Sent("年报.txt").ShouldBe(3);
    }

    [Fact]
    public async Task Draft_Deleted_IsNoProblemAnyMore()
    {
        _server.Validator.Answer = (_, _) => Task.FromResult(new ValidateReply { Verdict = Verdict.Reject });
        await using (var first = await StartAsync())
        {
            File.Delete((await SaveAsync(first)).FilePath);
        }

        await using var second = await StartAsync();

        await second.StatusAsync(status => status.Problems == 0);
        second.Monitor.Recent.ShouldBeEmpty();

        async Task<CheckedDraft> SaveAsync(MonitorWatch watch)
        {
            _folder.SaveLikeWord("年报.txt", "1");
            var draft = await watch.CheckedAsync();
            await watch.StatusAsync(status => status is { State: MonitorState.Problems, Problems: 1 });
            return draft;
        }
    }

    [Fact]
    public async Task Settings_Applied_WatchOtherFoldersAndAskAnotherServer()
    {
        await using var other = await FakeServer.StartAsync();
        using var elsewhere = new TestFolder();
        await using var watch = await StartAsync();

        watch.Monitor.Apply(new ClientSettings { Server = other.Address, Folders = [elsewhere.Path] });
        await watch.StatusAsync(status => status.Server == other.Address && status.IsWatching);
        elsewhere.SaveLikeWord("别处.txt", "1");

        (await watch.CheckedAsync()).Name.ShouldBe("别处.txt");
        other.Validator.Unary.ShouldContain(request => request.FileName == "别处.txt");
        Sent("别处.txt").ShouldBe(0);
    }

    [Fact]
    public void Data_OfARunningMonitor_IsTaken()
    {
        using var first = MonitorData.TryOpen(_data.Path);
        first.ShouldNotBeNull();
        MonitorData.TryOpen(_data.Path).ShouldBeNull();
        first.Dispose();
        using var second = MonitorData.TryOpen(_data.Path);
        second.ShouldNotBeNull();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    private int Sent(string name) => _server.Validator.Unary.Count(request => request.FileName == name);

    private Task<MonitorWatch> StartAsync(ServerAddress? address = null, TimeProvider? time = null) =>
        MonitorWatch.StartAsync(new ClientSettings { Server = address ?? _server.Address, Folders = [_folder.Path] }, _data.Path, time);

    private static async Task HasProblemsAsync(DraftMonitor monitor)
    {
        while (monitor.Status.State != MonitorState.Problems)
        {
            await Task.Delay(10);
        }
    }
}
