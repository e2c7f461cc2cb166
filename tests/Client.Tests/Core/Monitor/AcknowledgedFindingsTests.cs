using Grpc.Core;
using Validation.Client.Monitor;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core.Monitor;

/// <summary>A finding that the clerk says is right all the same.</summary>
public sealed class AcknowledgedFindingsTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _data = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _server.Validator.Answer = (_, _) => Task.FromResult(Judge());
    }

    [Fact]
    public async Task Finding_Acknowledged_IsAcceptedAndNotToldAgain()
    {
        await using var watch = await StartAsync();
        var path = await SaveAsync(watch, "1");
        (await watch.NoticedAsync()).Weight.ShouldBe(NoticeWeight.Error);

        var found = await FindAsync(watch, path);
        var outcome = await AcknowledgeAsync(watch, found);

        outcome.Problem.ShouldBeNull();
        var request = _server.Acceptances.Requests.ShouldHaveSingleItem();
        (request.Organization, request.Year, request.Reason, request.Author).ShouldBe(("某某县民政局", 2024, "台账如此", "张三"));
        request.Finding.ShouldBe(Outcomes.Balance());
        var years = (request.ExpiresAt.ToDateTimeOffset() - TimeProvider.System.GetUtcNow()).TotalDays / 365;
        years.ShouldBeInRange(2.9, 3.01);
        // The draft is checked again by itself, and again when it is saved: neither is told.
        (await watch.CheckedAsync()).Verdict.ShouldBe(Verdict.Accept);
        (await SaveAsync(watch, "2")).ShouldBe(path);
        await watch.StatusAsync(status => status is { Problems: 0, Waiting: 0 });
        _folder.SaveLikeWord("另一份.docx", "1");
        (await watch.NoticedAsync()).Title.ShouldBe("另一份.docx");
    }

    [Fact]
    public async Task Findings_OfADraft_AreThoseThatNobodyHasAccepted()
    {
        await using var watch = await StartAsync();
        var path = await SaveAsync(watch, "1");

        var before = await FindAsync(watch, path);
        await AcknowledgeAsync(watch, before);
        var after = await FindAsync(watch, path);

        before.Findings.ShouldHaveSingleItem();
        after.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_ThatRefuses_IsQuoted()
    {
        await using var watch = await StartAsync();
        var found = await FindAsync(watch, await SaveAsync(watch, "1"));
        _server.Acceptances.Refusal = new Status(StatusCode.PermissionDenied, "密钥或证书没有这项权限：发布。");

        var outcome = await AcknowledgeAsync(watch, found);

        outcome.Accepted.ShouldBeNull();
        outcome.Problem.ShouldNotBeNull().ShouldContain("没有这项权限：发布");
    }

    [Fact]
    public async Task Server_ThatIsAway_IsTold()
    {
        await using var watch = await StartAsync();
        var path = await SaveAsync(watch, "1");
        var found = await FindAsync(watch, path);
        await _server.DisposeAsync();

        (await FindAsync(watch, path)).Problem.ShouldNotBeNull().ShouldContain("没有应答");
        (await AcknowledgeAsync(watch, found)).Problem.ShouldNotBeNull().ShouldContain("没有应答");
    }

    [Fact]
    public async Task Report_WithoutABody_CannotBeAcknowledged()
    {
        _server.Validator.Answer = (_, _) => Task.FromResult(Outcomes.Reply(Verdict.Reject, Outcomes.Balance()));
        await using var watch = await StartAsync();

        var found = await FindAsync(watch, await SaveAsync(watch, "1"));

        found.Problem.ShouldNotBeNull().ShouldContain("没有写明机关或年度");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
    }

    private static Task<DraftFindings> FindAsync(MonitorWatch watch, string path) =>
        watch.Monitor.FindingsAsync(path, CancellationToken.None).InTime();

    private static Task<AcknowledgeOutcome> AcknowledgeAsync(MonitorWatch watch, DraftFindings found) =>
        watch.Monitor.AcknowledgeAsync(found, found.Findings[0], "台账如此", "张三", CancellationToken.None).InTime();

    private ValidateReply Judge()
    {
        var finding = Outcomes.Balance();
        var isAccepted = _server.Acceptances.Fingerprints.Contains(finding.Fingerprint, StringComparer.Ordinal);
        finding.Accepted = isAccepted ? new Accepted { Author = "张三", Reason = "台账如此" } : null;
        var reply = Outcomes.Reply(isAccepted ? Verdict.Accept : Verdict.Reject, finding);
        reply.Report = new Report { Organization = "某某县民政局", Year = 2024 };
        return reply;
    }

    private async Task<string> SaveAsync(MonitorWatch watch, string content)
    {
        var path = _folder.SaveLikeWord("年报.docx", content);
        (await watch.CheckedAsync()).FilePath.ShouldBe(path);
        return path;
    }

    private Task<MonitorWatch> StartAsync() => MonitorWatch.StartAsync(
        new ClientSettings { Server = _server.Address, Folders = [_folder.Path] }, _data.Path);
}
