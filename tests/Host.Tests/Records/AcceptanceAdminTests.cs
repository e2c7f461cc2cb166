using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Outcomes;
using Validation.Server.Records;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Records;

[Collection(PostgresTests.Name)]
public sealed class AcceptanceAdminTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Finding_Accepted_CountsNoMoreOnAnyServer(string database)
    {
        var option = await _databases.OptionAsync(database);
        await using var first = await RunningServer.StartAsync(null, option);
        await using var second = await RunningServer.StartAsync(null, option);
        var before = await CheckAsync(first);
        (before.Verdict, before.Accepted).ShouldBe((Verdict.Reject, 0));
        var errors = before.Findings.Where(finding => finding.Severity == Level.Error).ToList();

        var kept = new List<Acceptance>();
        foreach (var error in errors)
        {
            kept.Add((await Client(first).AcceptAsync(Request(before, error)).ResponseAsync.InTime()).Acceptance);
        }

        var after = await CheckAsync(first);
        (after.Verdict, after.Accepted).ShouldBe((Verdict.Accept, errors.Count));
        after.Findings.First(finding => finding.Fingerprint == errors[0].Fingerprint).Accepted.ShouldBe(new Accepted
        {
            Id = kept[0].Id, Reason = "台账 如此", Author = "张三", Until = kept[0].ExpiresAt,
        });
        await Administration.UntilAsync(async () => (await CheckAsync(second)).Verdict == Verdict.Accept).InTime();

        var revoke = new RevokeAcceptanceRequest { Id = kept[0].Id, Reason = "台账改了" };
        var revoked = (await Client(second).RevokeAsync(revoke).ResponseAsync.InTime()).Acceptance;
        (revoked.RevokedBy, revoked.RevokedReason).ShouldBe((AccessTexts.LocalPrincipal, "台账改了"));
        (await Client(second).RevokeAsync(revoke).ResponseAsync.InTime()).Acceptance.ShouldBe(revoked);
        await Administration.UntilAsync(async () => (await CheckAsync(first)).Verdict == Verdict.Reject).InTime();

        (await ListAsync(first, ended: false)).ShouldBe(kept.Skip(1).Reverse());
        (await ListAsync(first, ended: true)).Count.ShouldBe(errors.Count);
        (await first.AuditAsync(null)).Select(entry => entry.Action).ShouldBe(
            ["accept_revoke", .. errors.Select(_ => "accept")]);
    }

    [Fact]
    public async Task Acceptance_RunOut_CountsNoMore()
    {
        var time = new MovableTime();
        await using var server = await RunningServer.StartAsync(time);
        var before = await CheckAsync(server);
        var request = Request(before, before.Findings[0]);
        request.ExpiresAt = Timestamp.FromDateTimeOffset(time.GetUtcNow().AddDays(1));
        await Client(server).AcceptAsync(request).ResponseAsync.InTime();
        (await CheckAsync(server)).Accepted.ShouldBe(1);

        time.MoveOn(TimeSpan.FromDays(2));

        (await CheckAsync(server)).Accepted.ShouldBe(0);
        (await ListAsync(server, ended: false)).ShouldBeEmpty();
        (await ListAsync(server, ended: true)).ShouldHaveSingleItem().Organization.ShouldBe(before.Report.Organization);
    }

    [Fact]
    public async Task Acceptance_UnderAnotherNameOfTheBody_Holds()
    {
        await using var server = await RunningServer.StartAsync();
        var before = await CheckAsync(server);
        var list = $"名称,别名\n某某单位,{before.Report.Organization}\n";
        await new BodyAdmin.BodyAdminClient(server.Channel).ImportAsync(
            new ImportBodiesRequest { Csv = ByteString.CopyFromUtf8(list) }).ResponseAsync.InTime();
        var request = Request(before, before.Findings[0]);
        request.Organization = "某某 单位";

        (await Client(server).AcceptAsync(request).ResponseAsync.InTime()).Acceptance.Organization.ShouldBe("某某单位");

        (await CheckAsync(server)).Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task Request_ThatMakesNoSense_IsRefused()
    {
        await using var server = await RunningServer.StartAsync();
        var reply = await CheckAsync(server);
        var good = Request(reply, reply.Findings[0]);
        var now = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        (string Detail, Action<AcceptRequest> Spoil)[] cases =
        [
            (RecordTexts.AcceptedReportInvalid, request => request.Organization = " "),
            (RecordTexts.AcceptedReportInvalid, request => request.Year = 0),
            (RecordTexts.AcceptedFindingInvalid, request => request.Finding = null),
            (RecordTexts.AcceptedFindingInvalid, request => request.Finding.Fingerprint = "x"),
            (RecordTexts.AcceptedFindingInvalid, request => request.Finding.RuleId = "no-such-rule"),
            (CommonTexts.ReasonInvalid(1000), request => request.Reason = "\n"),
            (CommonTexts.AuthorInvalid(100), request => request.Author = ""),
            (RecordTexts.AcceptanceExpiryInvalid(3), request => request.ExpiresAt = null),
            (RecordTexts.AcceptanceExpiryInvalid(3), request => request.ExpiresAt = now),
            (RecordTexts.AcceptanceExpiryInvalid(3),
                request => request.ExpiresAt = new Timestamp { Seconds = now.Seconds + (4 * 366 * 86_400) }),
        ];
        foreach (var (detail, spoil) in cases)
        {
            var request = good.Clone();
            spoil(request);
            var refused = await Administration.RefusedAsync(Client(server).AcceptAsync(request));
            (refused.StatusCode, refused.Detail).ShouldBe((StatusCode.InvalidArgument, detail));
        }

        var missing = await Administration.RefusedAsync(
            Client(server).RevokeAsync(new RevokeAcceptanceRequest { Id = "a2345678", Reason = "换人" }));
        missing.StatusCode.ShouldBe(StatusCode.NotFound);
        (await ListAsync(server, ended: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Accepting_NeedsThePublisher()
    {
        await using var server = await RunningServer.StartAsync();
        var reply = await CheckAsync(server);
        var publisher = await server.KeyAsync(null, Role.Publisher);
        var author = await server.KeyAsync(publisher.Secret, Role.Author, Role.Clerk, Role.Auditor);

        (await Administration.RefusedAsync(Client(server).AcceptAsync(Request(reply, reply.Findings[0]), Shown.Key(author.Secret))))
            .StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var kept = await Client(server).AcceptAsync(Request(reply, reply.Findings[0]), Shown.Key(publisher.Secret)).ResponseAsync.InTime();
        kept.Acceptance.Principal.ShouldBe(AccessTexts.KeyTitle("教育局", publisher.Key.Id));
        (await Client(server).ListAsync(new ListAcceptancesRequest(), Shown.Key(author.Secret)).ResponseAsync.InTime())
            .Acceptances.Count.ShouldBe(1);
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static AcceptanceAdmin.AcceptanceAdminClient Client(RunningServer server)
    {
        return new AcceptanceAdmin.AcceptanceAdminClient(server.Channel);
    }

    private static async Task<ValidateReply> CheckAsync(RunningServer server)
    {
        var draft = new ValidateRequest { Content = ByteString.CopyFromUtf8(await WarmUpReport.ReadAsync()) };
        return await server.Client.ValidateAsync(draft).ResponseAsync.InTime();
    }

    private static async Task<IReadOnlyList<Acceptance>> ListAsync(RunningServer server, bool ended)
    {
        var request = new ListAcceptancesRequest { IncludeEnded = ended };
        return (await Client(server).ListAsync(request).ResponseAsync.InTime()).Acceptances;
    }

    private static AcceptRequest Request(ValidateReply reply, Finding finding)
    {
        return new AcceptRequest
        {
            Organization = reply.Report.Organization,
            Year = reply.Report.Year,
            Finding = finding,
            Reason = "台账\n如此",
            Author = "张三",
            ExpiresAt = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddDays(30)),
        };
    }
}
