using Grpc.Core;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

/// <summary>With a real folder and a server whose answers the test writes.</summary>
public sealed class SinceLastSaveTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _data = new();
    private readonly Queue<Func<ValidateReply>> _answers = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _server.Validator.Answer = (_, _) => Task.FromResult(_answers.Dequeue()());
    }

    [Fact]
    public async Task Save_AfterARestart_SendsTheFindingsOfTheCheckBefore()
    {
        Answers(Outcomes.Reply(Verdict.Reject, Outcomes.Balance()), Outcomes.Reply(Verdict.Accept));
        await using (var first = await StartAsync())
        {
            await SaveAsync(first, "1");
        }

        await using var second = await StartAsync();
        await SaveAsync(second, "12");

        var sent = Sent();
        sent[0].Previous.ShouldBeNull();
        sent[1].Previous.Fingerprints.ShouldBe([Outcomes.Balance().Fingerprint]);
    }

    [Fact]
    public async Task Save_AfterACleanOne_SendsThatNothingWasFound()
    {
        Answers(Outcomes.Reply(Verdict.Accept), Outcomes.Reply(Verdict.Reject, Outcomes.Balance()));
        await using var watch = await StartAsync();
        await SaveAsync(watch, "1");

        var draft = await SaveAsync(watch, "12");

        Sent()[1].Previous.ShouldNotBeNull().Fingerprints.ShouldBeEmpty();
        draft.Changes!.New.ShouldBe(1);
    }

    [Fact]
    public async Task Notice_LeadsWithWhatIsNewAndQuotesIt()
    {
        Answers(
            Outcomes.Reply(Verdict.Reject, Outcomes.Balance(), Outcomes.Heading()),
            Outcomes.Reply(Verdict.Reject, Outcomes.Balance(), Outcomes.MissingPeriod()));
        await using var watch = await StartAsync();
        await SaveAsync(watch, "1");

        await SaveAsync(watch, "12");

        var lines = (await watch.NoticedAsync()).Text.Split('\n');
        lines[0].ShouldStartWith("有错误");
        lines = (await watch.NoticedAsync()).Text.Split('\n');
        lines[0].ShouldBe("新出现 1 处；原来的修好 1 处，还有 1 处");
        lines[1].ShouldBe("有错误，须修改（错误 1 处，警告 1 处）");
        lines[2].ShouldBe(Outcomes.MissingPeriod().Message);
    }

    [Fact]
    public async Task Draft_ThatCannotBeReadForAMoment_IsComparedWithTheLastOneThatCould()
    {
        Answers(
            Outcomes.Reply(Verdict.Reject, Outcomes.Balance(), Outcomes.Heading()),
            Outcomes.NotAReport(),
            Outcomes.Reply(Verdict.Reject, Outcomes.Balance()));
        await using var watch = await StartAsync();
        await SaveAsync(watch, "1");

        (await SaveAsync(watch, "12")).Changes!.IsNone.ShouldBeTrue();
        var mended = await SaveAsync(watch, "123");

        mended.Changes.ShouldNotBeNull();
        (mended.Changes.Fixed, mended.Changes.Remaining, mended.Changes.New).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task Check_ThatFailed_DoesNotForgetTheFindings()
    {
        Answers(Outcomes.Reply(Verdict.Reject, Outcomes.Balance()));
        _answers.Enqueue(() => throw new RpcException(new Status(StatusCode.InvalidArgument, "不要。")));
        Answers(Outcomes.Reply(Verdict.Accept));
        await using var watch = await StartAsync();
        await SaveAsync(watch, "1");
        (await SaveAsync(watch, "12")).Verdict.ShouldBeNull();

        (await SaveAsync(watch, "123")).Changes!.Fixed.ShouldBe(1);
    }

    [Fact]
    public async Task FirstCheck_OfWhatCannotBeRead_IsNoBeginning()
    {
        Answers(Outcomes.NotAReport(), Outcomes.Reply(Verdict.Reject, Outcomes.Balance()));
        await using var watch = await StartAsync();
        await SaveAsync(watch, "1");

        // Otherwise each finding would be called new, though nobody had looked before.
        (await SaveAsync(watch, "12")).Changes.ShouldBeNull();
    }

    [Fact]
    public async Task Page_MarksWhatIsNewAndCountsTheRest()
    {
        Answers(
            Outcomes.Reply(Verdict.Reject, Outcomes.Heading()),
            Outcomes.Reply(Verdict.Reject, Outcomes.Balance(), new Finding(Outcomes.MissingPeriod()) { Accepted = new Accepted() }));
        await using var watch = await StartAsync();
        await SaveAsync(watch, "1");

        var page = ParsedPage.Parse(File.ReadAllText((await SaveAsync(watch, "12")).ReportFile!));

        page.Words(".changes").ShouldBe("和上次检查相比：新出现 1 处；原来的修好 1 处，没有剩下的。");
        page.QuerySelectorAll(".fresh").ShouldHaveSingleItem().ParentElement!.Words().ShouldBe("1 错误 收办平衡 新");
        // What is struck through is also said in words.
        page.Words(".finding.accepted .remark").ShouldBe("已核对");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    private void Answers(params ValidateReply[] replies)
    {
        foreach (var reply in replies)
        {
            _answers.Enqueue(() => reply);
        }
    }

    private List<ValidateRequest> Sent() => [.. _server.Validator.Unary.Where(request => request.FileName == "年报.txt")];

    private async Task<CheckedDraft> SaveAsync(MonitorWatch watch, string content)
    {
        _folder.SaveLikeWord("年报.txt", content);
        return await watch.CheckedAsync();
    }

    private Task<MonitorWatch> StartAsync() =>
        MonitorWatch.StartAsync(new ClientSettings { Server = _server.Address, Folders = [_folder.Path] }, _data.Path);
}
