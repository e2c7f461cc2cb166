using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Records;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Records;

[Collection(PostgresTests.Name)]
public sealed class BodyAdminTests(PostgresCluster postgres) : IDisposable
{
    private const string List = "名称,别名,类别,级别,上级\n某某县民政局,县民政局；民政局（老龄办）,部门,县级,某某县人民政府\n"
        + "某某 街道办事处,,街道,,\n,,,,\n\"某某县\",县民政局,县级政府,县级,\n";

    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> All => Databases.Names;

    [Theory]
    [MemberData(nameof(All))]
    public async Task List_Imported_IsKnownToEveryServer(string database)
    {
        var option = await _databases.OptionAsync(database);
        await using var first = await RunningServer.StartSmallAsync(option);
        await using var second = await RunningServer.StartSmallAsync(option);

        var imported = await ImportAsync(first, Encoding.UTF8.GetBytes(List));

        (imported.Bodies, imported.Added, imported.Changed, imported.Removed).ShouldBe((3, 3, 0, 0));
        imported.Ambiguous.ShouldBe(["县民政局"]);
        var listed = (await Bodies(first).ListAsync(new ListBodiesRequest()).ResponseAsync.InTime()).Bodies;
        listed.Select(body => body.Name).ShouldBe(["某某县", "某某县民政局", "某某街道办事处"]);
        var office = listed[1];
        (office.Kind, office.Level, office.Superior).ShouldBe((BodyKind.Department, BodyLevel.County, "某某县人民政府"));
        office.Aliases.ShouldBe(["县民政局", "民政局(老龄办)"]);

        await Administration.UntilAsync(async () => (await MatchAsync(second, "民政局（老龄办）")).Body?.Name == "某某县民政局").InTime();
        (await MatchAsync(second, "县民政局")).ShouldBe(new MatchBodyReply
        {
            Candidates = { "某某县", "某某县民政局" }, Kind = BodyKind.Department,
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task List_ImportedAgain_IsReplaced(string database)
    {
        await using var server = await RunningServer.StartSmallAsync(await _databases.OptionAsync(database));
        await ImportAsync(server, Encoding.UTF8.GetBytes(List));
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

        var again = await ImportAsync(server, chinese.GetBytes("name\tkind\r\n某某县民政局\tvertical\r\n某某区\tCOUNTY\r\n"));

        (again.Bodies, again.Added, again.Changed, again.Removed).ShouldBe((2, 1, 1, 2));
        (await MatchAsync(server, "某某县民政局")).Kind.ShouldBe(BodyKind.Vertical);

        var removed = await Bodies(server).RemoveAsync(new RemoveBodyRequest { Name = "某某县民政局" }).ResponseAsync.InTime();
        removed.Body.Kind.ShouldBe(BodyKind.Vertical);
        (await MatchAsync(server, "某某县民政局")).ShouldBe(new MatchBodyReply { Kind = BodyKind.Department });
        var missing = await Administration.RefusedAsync(Bodies(server).RemoveAsync(new RemoveBodyRequest { Name = "某某县民政局" }));
        (missing.StatusCode, missing.Detail).ShouldBe((StatusCode.NotFound, RecordTexts.NoSuchBody("某某县民政局")));
        var audit = await server.AuditAsync(null);
        audit.Select(entry => (entry.Action, entry.Detail)).ShouldBe(
            [("body_remove", "某某县民政局"), ("bodies_import", "2"), ("bodies_import", "3")]);
    }

    [Fact]
    public async Task Kind_OfTheList_IsWhatRulesSee()
    {
        await using var server = await RunningServer.StartAsync();
        var draft = ByteString.CopyFromUtf8(await WarmUpReport.ReadAsync());
        var reply = await server.Client.ValidateAsync(new ValidateRequest { Content = draft }).ResponseAsync.InTime();
        (await KindAsync(server, draft)).ShouldNotBe("\"ZONE\"");

        await ImportAsync(server, Encoding.UTF8.GetBytes($"名称,类别\n{reply.Report.Organization},园区\n"));

        (await KindAsync(server, draft)).ShouldBe("\"ZONE\"");
    }

    [Theory]
    [InlineData("机关,类别\n某某局,部门\n", "名称")]
    [InlineData("名称,类别\n某某局,部门\n某某处,科室\n", "第 3 行")]
    [InlineData("名称,级别\n某某局,厅级\n", "第 2 行")]
    [InlineData("名称\n某某局\n某某 局\n", "第 3 行")]
    [InlineData("名称,别名\n,别名\n", "第 2 行")]
    [InlineData("名称\n\"某某局\n", "第 2 行")]
    [InlineData("", "名称")]
    public async Task File_ThatIsNoList_ChangesNothing(string file, string part)
    {
        await using var server = await RunningServer.StartSmallAsync();
        await ImportAsync(server, Encoding.UTF8.GetBytes(List));

        var refused = await Administration.RefusedAsync(
            Bodies(server).ImportAsync(new ImportBodiesRequest { Csv = ByteString.CopyFromUtf8(file) }));

        refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refused.Detail.ShouldContain(part);
        (await Bodies(server).ListAsync(new ListBodiesRequest()).ResponseAsync.InTime()).Bodies.Count.ShouldBe(3);
    }

    [Fact]
    public async Task List_NeedsRoles()
    {
        await using var server = await RunningServer.StartSmallAsync();
        var publisher = await server.KeyAsync(null, Role.Publisher);
        var auditor = await server.KeyAsync(publisher.Secret, Role.Auditor);
        var clerk = await server.KeyAsync(publisher.Secret, Role.Clerk);
        var request = new ImportBodiesRequest { Csv = ByteString.CopyFromUtf8(List) };

        foreach (var key in new[] { auditor.Secret, clerk.Secret })
        {
            (await Administration.RefusedAsync(Bodies(server).ImportAsync(request, Shown.Key(key)))).StatusCode
                .ShouldBe(StatusCode.PermissionDenied);
        }

        (await Bodies(server).ImportAsync(request, Shown.Key(publisher.Secret)).ResponseAsync.InTime()).Bodies.ShouldBe(3);
        (await Bodies(server).ListAsync(new ListBodiesRequest { Text = "民政" }, Shown.Key(auditor.Secret)).ResponseAsync.InTime())
            .ChangedBy.ShouldBe(AccessTexts.KeyTitle("教育局", publisher.Key.Id));
        (await Administration.RefusedAsync(Bodies(server).ListAsync(new ListBodiesRequest(), Shown.Key(clerk.Secret)))).StatusCode
            .ShouldBe(StatusCode.PermissionDenied);
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static BodyAdmin.BodyAdminClient Bodies(RunningServer server)
    {
        return new BodyAdmin.BodyAdminClient(server.Channel);
    }

    private static Task<ImportBodiesReply> ImportAsync(RunningServer server, byte[] file)
    {
        return Bodies(server).ImportAsync(new ImportBodiesRequest { Csv = ByteString.CopyFrom(file) }).ResponseAsync.InTime();
    }

    private static async Task<string> KindAsync(RunningServer server, ByteString draft)
    {
        var request = new EvaluateRequest { Expressions = { "report.kind" }, Document = draft };
        return (await server.Admin.EvaluateAsync(request).ResponseAsync.InTime()).Values.Single().Json;
    }

    private static Task<MatchBodyReply> MatchAsync(RunningServer server, string name)
    {
        return Bodies(server).MatchAsync(new MatchBodyRequest { Name = name }).ResponseAsync.InTime();
    }
}
