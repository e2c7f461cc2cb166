using System.Net;
using System.Text.RegularExpressions;
using Grpc.Core;
using Validation.Server.Pages.Administration;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Pages;

/// <summary>What an administrator sees of the servers and of those who were refused.</summary>
[Collection(PostgresTests.Name)]
public sealed class SystemPageTests(PostgresCluster postgres) : IDisposable
{
    private readonly Databases _databases = new(postgres);

    public static TheoryData<string> Kinds => Databases.Names;

    [PostgresFact]
    public async Task Servers_OfOneStore_AreAllListedWithTheirRules()
    {
        var store = await _databases.OptionAsync("PostgreSQL");
        await using var first = await RunningServer.StartSmallAsync(store);
        var second = await RunningServer.StartSmallAsync(store);

        var page = await UntilAsync(first, text => Rows(text) == 2);
        page.ShouldContain(SystemTexts.ThisServer);
        var version = (await first.StatusAsync()).Version;
        Regex.Count(page, $"<td>{Regex.Escape(version)}</td>").ShouldBe(2);

        await second.DisposeAsync();

        await UntilAsync(first, text => Rows(text) == 1);
    }

    [Fact]
    public async Task Server_WithSqlite_IsAlone()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        var page = await PageAsync(server);

        Rows(page).ShouldBe(1);
        page.ShouldContain(SystemTexts.Alone);
        page.ShouldContain(SystemTexts.NoRefusals);
    }

    [Fact]
    public async Task Refusals_OfEveryDoor_AreCounted()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "AnonymousValidate=false");
        var publisher = await server.KeyAsync(null, Role.Publisher, Role.Auditor);
        for (var call = 0; call < 3; call++)
        {
            await Should.ThrowAsync<RpcException>(server.Client.ValidateAsync(new ValidateRequest()).ResponseAsync.InTime());
        }

        using var refused = await server.Http.GetAsync("/v1/rules").InTime();
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var browser = new PageBrowser(server);
        using var signedIn = await browser.SignInAsync(publisher.Secret, "/system");

        using var response = await browser.GetAsync("/system");

        var page = await response.Content.ReadAsStringAsync();
        page.ShouldMatch(@"没有密钥，或者密钥不对</th>\s*<td>gRPC</td>\s*<td>3</td>");
        page.ShouldMatch(@"需要密钥</th>\s*<td>网页、JSON</td>\s*<td>1</td>");
    }

    [Fact]
    public async Task Clerk_DoesNotSeeTheServers()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "AnonymousValidate=false");
        var publisher = await server.KeyAsync(null, Role.Publisher);
        var clerk = await server.KeyAsync(publisher.Secret, Role.Clerk);
        using var browser = new PageBrowser(server);
        using var signedIn = await browser.SignInAsync(clerk.Secret);

        using var response = await browser.GetAsync("/system");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldNotContain(SystemTexts.ServerHeadings[^1]);
        Rows(page).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Server_ThatIsSilent_IsMissedAndThenForgotten(string kind)
    {
        var dialect = await _databases.NewAsync(kind);
        var store = new ReplicaStore(dialect);
        var silent = new Replica("a", "<b>alpha</b>", "http://10.0.0.1:5081", "2026.1", "0.3.0", 1_000);
        var lively = silent with { Id = "b", Name = "beta", RuleSetVersion = "2026.1+1" };
        await store.NoteAsync(silent, TimeSpan.FromHours(1), default);
        await Databases.ExecuteAsync(dialect, "UPDATE servers SET seen_milliseconds = seen_milliseconds - 600000");

        await store.NoteAsync(lively, TimeSpan.FromHours(1), default);

        var both = await store.AllAsync(default);
        both.Select(seen => seen.Server).ShouldBe([silent, lively]);
        both[0].Silence.ShouldBeInRange(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(12));
        both[1].Silence.ShouldBeLessThan(Waiting.Longest);
        var rows = SystemRows.Of(both, server => server.Id == "b");
        rows.Select(row => row.IsBad).ShouldBe([true, false]);
        rows[0].Cells[^1].ShouldStartWith("10 分钟前");
        // Whoever is missing has no say in what rules are in force.
        SystemRows.Differ(both).ShouldBeFalse();

        await store.NoteAsync(lively, TimeSpan.FromMinutes(5), default);
        (await store.AllAsync(default)).Select(seen => seen.Server.Id).ShouldBe(["b"]);
        await store.RemoveAsync("b", default);
        (await store.AllAsync(default)).ShouldBeEmpty();
    }

    public void Dispose()
    {
        _databases.Dispose();
    }

    private static async Task<string> PageAsync(RunningServer server)
    {
        using var browser = new PageBrowser(server);
        using var response = await browser.GetAsync("/system");
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string> UntilAsync(RunningServer server, Func<string, bool> isSo)
    {
        using var late = new CancellationTokenSource(Waiting.Longest);
        while (true)
        {
            var page = await PageAsync(server);
            if (isSo(page))
            {
                return page;
            }

            late.IsCancellationRequested.ShouldBeFalse(page);
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private static int Rows(string page)
    {
        return Regex.Count(page, "<th scope=\"row\">[^<]*" + Regex.Escape(Environment.MachineName));
    }
}
