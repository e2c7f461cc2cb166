using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Validation.Server.Access;
using Validation.Server.Grpc;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Access;

/// <summary>The table of attacks: every one is refused, or does no harm.</summary>
public sealed class AttackTests : IAsyncLifetime
{
    private static readonly Dictionary<string, Func<RunningServer, Metadata, AsyncUnaryCall<object>>> Calls = new(StringComparer.Ordinal)
    {
        ["Validate"] = (server, shown) => Any(server.Client.ValidateAsync(Drafts.Request("a", "a"), shown)),
        ["ReadClaims"] = (server, shown) => Any(server.Client.ReadClaimsAsync(new ReadClaimsRequest(), shown)),
        ["Annotate"] = (server, shown) => First(server.Client.Annotate(shown)),
        ["GetRuleSet"] = (server, shown) => Any(server.Admin.GetRuleSetAsync(new GetRuleSetRequest(), shown)),
        ["Explain"] = (server, shown) => Any(server.Admin.ExplainAsync(new ExplainRequest { RuleId = "x" }, shown)),
        ["History"] = (server, shown) => Any(server.Admin.HistoryAsync(new HistoryRequest(), shown)),
        ["Lint"] = (server, shown) => Any(server.Admin.LintAsync(new LintRequest(), shown)),
        ["Test"] = (server, shown) => Any(server.Admin.TestAsync(new TestRequest(), shown)),
        ["Diff"] = (server, shown) => Any(server.Admin.DiffAsync(new DiffRequest(), shown)),
        ["Evaluate"] = (server, shown) => Any(server.Admin.EvaluateAsync(new EvaluateRequest(), shown)),
        ["Inspect"] = (server, shown) => Any(server.Admin.InspectAsync(new InspectRequest(), shown)),
        ["Publish"] = (server, shown) => Any(server.Admin.PublishAsync(Administration.Request(new RuleOverlay(), "x"), shown)),
        ["Rollback"] = (server, shown) => Any(server.Admin.RollbackAsync(new RollbackRequest { Author = "a", Reason = "b" }, shown)),
        ["CreateKey"] = (server, shown) => Any(server.Keys.CreateAsync(Shown.Request(Role.Publisher), shown)),
        ["ListKeys"] = (server, shown) => Any(server.Keys.ListAsync(new ListKeysRequest(), shown)),
        ["RevokeKey"] = (server, shown) => Any(server.Keys.RevokeAsync(new RevokeKeyRequest { Id = "x", Reason = "y" }, shown)),
        ["Audit"] = (server, shown) => Any(server.Keys.AuditAsync(new AuditRequest(), shown)),
        ["FileReport"] = (server, shown) => Reply(server.Archive().File(shown)),
        ["GetReport"] = (server, shown) => Any(server.Archive().GetAsync(new GetFiledReportRequest(), shown)),
        ["ListReports"] = (server, shown) => Any(server.Archive().ListAsync(new ListFiledReportsRequest(), shown)),
        ["ExportReports"] = (server, shown) => First(server.Archive().Export(new ExportRequest(), shown)),
        ["RemoveReport"] = (server, shown) => Any(server.Archive().RemoveAsync(new RemoveFiledReportRequest(), shown)),
        ["Overview"] = (server, shown) => Any(server.Archive().OverviewAsync(new OverviewRequest(), shown)),
        ["TryRules"] = (server, shown) => First(server.Archive().TryRules(new TryRulesRequest(), shown)),
        ["ArchiveStatus"] = (server, shown) => Any(server.Archive().GetStatusAsync(new GetArchiveStatusRequest(), shown)),
    };

    private const string OfArchive = "FileReport GetReport ListReports ExportReports RemoveReport Overview TryRules ArchiveStatus";

    private readonly MovableTime _time = new();
    private readonly Dictionary<string, string?> _keys = new(StringComparer.Ordinal) { ["no key"] = null };
    private RunningServer _server = null!;
    private CreateKeyReply _publisher = null!;

    public static TheoryData<string, string> Refused => new()
    {
        { "no key", "*" },
        { "empty", "*" },
        { "nonsense", "*" },
        { "id alone", "*" },
        { "other secret", "*" },
        { "no base64", "*" },
        { "sql", "*" },
        { "expired", "*" },
        { "revoked", "*" },
        { "clerk", $"History Lint Test Diff Evaluate Inspect Publish Rollback CreateKey ListKeys RevokeKey Audit {OfArchive}" },
        { "system", $"History Lint Test Diff Evaluate Inspect Publish Rollback CreateKey ListKeys RevokeKey Audit {OfArchive}" },
        { "author", "Validate ReadClaims Annotate Publish Rollback CreateKey ListKeys RevokeKey Audit FileReport RemoveReport" },
        { "publisher", "Validate ReadClaims Annotate Evaluate Inspect Audit" },
        { "filer", "Validate Annotate History Lint Publish CreateKey Audit RemoveReport TryRules" },
        {
            "auditor", "Validate ReadClaims Annotate Lint Test Diff Evaluate Inspect Publish Rollback CreateKey RevokeKey FileReport "
                + "RemoveReport TryRules"
        },
    };

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartWithAsync(
            services => services.AddSingleton<TimeProvider>(_time).AddSingleton(new WrongKeys(new HurriedTime())),
            "AnonymousValidate=false");
        _publisher = await _server.KeyAsync(null, Role.Publisher);
        foreach (var role in new[] { Role.Clerk, Role.System, Role.Author, Role.Publisher, Role.Filer, Role.Auditor })
        {
            _keys[role.ToString().ToLowerInvariant()] = (await _server.KeyAsync(_publisher.Secret, role)).Secret;
        }

        var every = new[] { Role.Clerk, Role.Author, Role.Publisher, Role.Auditor };
        var revoked = await _server.KeyAsync(_publisher.Secret, every);
        await _server.RevokeAsync(revoked.Key.Id, _publisher.Secret);
        var request = Shown.Request(every);
        request.ExpiresAt = Timestamp.FromDateTimeOffset(_time.GetUtcNow().AddHours(1));
        var expired = await _server.Keys.CreateAsync(request, Shown.Key(_publisher.Secret)).ResponseAsync.InTime();
        _time.MoveOn(TimeSpan.FromHours(1));
        _keys["revoked"] = revoked.Secret;
        _keys["expired"] = expired.Secret;
        _keys["empty"] = "";
        _keys["nonsense"] = "vk_";
        _keys["id alone"] = $"vk_{_publisher.Key.Id}_";
        _keys["other secret"] = $"vk_{_publisher.Key.Id}_{revoked.Secret.Split('_', 3)[2]}";
        _keys["no base64"] = $"vk_{_publisher.Key.Id}_{new string('=', 43)}";
        _keys["sql"] = $"vk_{_publisher.Key.Id}_' OR '1'='1";
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Calls_WithoutTheRight_AreRefusedAndChangeNothing(string who, string what)
    {
        var before = (await _server.StatusAsync()).Version;
        var expected = System.Enum.TryParse<Role>(who, ignoreCase: true, out _) ? StatusCode.PermissionDenied : StatusCode.Unauthenticated;

        foreach (var call in what == "*" ? Calls.Keys : (IEnumerable<string>)what.Split(' '))
        {
            var status = await Administration.RefusedAsync(Calls[call](_server, Shown.Key(_keys[who])));
            status.StatusCode.ShouldBe(expected, call);
            status.Detail.ShouldContain("VALIDATION_KEY");
        }

        (await _server.StatusAsync()).Version.ShouldBe(before);
        (await HistoryAsync()).ShouldBeEmpty();
        (await KeysAsync()).Count(key => key.RevokedAt is null).ShouldBe(8);
    }

    [Theory]
    [InlineData("POST", "/v1/validate", null, HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/v1/validate", "Bearer nonsense", HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/v1/validate", "auditor", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/v1/annotate", null, HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/v1/annotate", "auditor", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/v1/rules", null, HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/v1/rules/r1", null, HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/v1/RULES", null, HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/v1/rules/..%2f..%2fetc%2fpasswd", null, HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/v1/rules?key=x&access_token=x", null, HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/v1/rules/..%2f..%2fetc%2fpasswd", "clerk", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/rules", "auditor", HttpStatusCode.OK)]
    [InlineData("POST", "/v1/archive", null, HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/v1/archive", "clerk", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/v1/archive", "auditor", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/v1/archive", "filer", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/v1/archive", "clerk", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/v1/archive", "auditor", HttpStatusCode.OK)]
    [InlineData("GET", "/v1/archive/export?format=csv", "system", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/v1/archive/rxxxxxxx/original", "clerk", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/v1/archive/try", "filer", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", "/v1/archive/rxxxxxxx", "filer", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", "/v1/archive/rxxxxxxx", "publisher", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/healthz", null, HttpStatusCode.OK)]
    [InlineData("GET", "/readyz", "Bearer nonsense", HttpStatusCode.OK)]
    [InlineData("GET", "/v1/status", null, HttpStatusCode.OK)]
    [InlineData("GET", "/", null, HttpStatusCode.OK)]
    [InlineData("GET", "/signin", null, HttpStatusCode.OK)]
    [InlineData("GET", "/check", "clerk", HttpStatusCode.OK)]
    [InlineData("GET", "/check", "auditor", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/checked", "auditor", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/annotated", "auditor", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/system", "clerk", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/system", "author", HttpStatusCode.OK)]
    [InlineData("GET", "/keys", "author", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/keys", "auditor", HttpStatusCode.OK)]
    [InlineData("POST", "/key-created", "auditor", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/key-revoked", "clerk", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/audit", "publisher", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/audit", "auditor", HttpStatusCode.OK)]
    public async Task Request_OverHttp_PassesTheSameGate(string method, string path, string? shown, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var key = shown is not null && _keys.TryGetValue(shown, out var known) ? $"Bearer {known}" : shown;
        request.Headers.Authorization = key is null ? null : AuthenticationHeaderValue.Parse(key);

        using var response = await _server.Http.SendAsync(request).InTime();

        response.StatusCode.ShouldBe(status);
        response.Headers.WwwAuthenticate.Select(value => value.Scheme).ShouldBe(status == HttpStatusCode.Unauthorized ? ["Bearer"] : []);
    }

    [Fact]
    public async Task Publish_SentTwice_TakesEffectOnce()
    {
        var request = Administration.Request(TestRules.Overlay(TestRules.Finding("local-a")), (await _server.StatusAsync()).Version);
        var first = _server.Admin.PublishAsync(request, Shown.Key(_publisher.Secret));
        var second = _server.Admin.PublishAsync(request, Shown.Key(_publisher.Secret));

        var ends = await Task.WhenAll(EndAsync(first), EndAsync(second)).InTime();

        ends.Order().ShouldBe([StatusCode.OK, StatusCode.FailedPrecondition]);
        var history = await HistoryAsync();
        history.Select(entry => entry.Action).Order().ShouldBe(
            [Publication.Types.Action.Published, Publication.Types.Action.Refused]);
    }

    [Fact]
    public async Task Batch_OfAClerk_IsRefusedAtTheSecondDraft()
    {
        using var call = _server.Client.ValidateStream(Shown.Key(_keys["clerk"]));
        await call.RequestStream.WriteAsync(Drafts.Part("1", "a")).InTime();
        await call.RequestStream.WriteAsync(Drafts.Request("1", "b")).InTime();
        await call.ResponseStream.MoveNext(CancellationToken.None).InTime();
        call.ResponseStream.Current.Id.ShouldBe("1");
        await call.RequestStream.WriteAsync(Drafts.Request("2", "c")).InTime();

        var end = await Should.ThrowAsync<RpcException>(call.ResponseStream.MoveNext(CancellationToken.None).InTime());

        (end.StatusCode, end.Status.Detail).ShouldBe((StatusCode.PermissionDenied, GrpcTexts.OneDraftOnly));
    }

    [Fact]
    public async Task Batch_OfAClerk_MayBringLastYearsReport()
    {
        using var call = _server.Client.ValidateStream(Shown.Key(_keys["clerk"]));
        var first = Drafts.Part("0", "a");
        first.Use = DraftUse.Prior;
        await call.RequestStream.WriteAsync(first).InTime();
        await call.RequestStream.WriteAsync(Drafts.Request("0", "b")).InTime();
        var draft = Drafts.Request("1", "c");
        draft.PriorId = "0";
        await call.RequestStream.WriteAsync(draft).InTime();
        await call.RequestStream.CompleteAsync().InTime();

        (await call.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeTrue();
        call.ResponseStream.Current.Id.ShouldBe("1");
        (await call.ResponseStream.MoveNext(CancellationToken.None).InTime()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("'; DROP TABLE keys; --")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"; DELETE FROM audit; \"")]
    [InlineData("../../etc/passwd")]
    [InlineData("C:\\Windows\\System32")]
    [InlineData("%00%2e%2e")]
    [InlineData("{0} {key} @id $1")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("2026.1+9  2026-01-01 00:00:00 发布 张三")]
    public async Task Text_ThatLooksLikeSomethingElse_IsOnlyText(string text)
    {
        var shown = Shown.Key(_publisher.Secret);
        var request = new CreateKeyRequest { Name = text, Roles = { Role.Clerk } };
        var made = await _server.Keys.CreateAsync(request, shown).ResponseAsync.InTime();
        await Administration.RefusedAsync(_server.Keys.RevokeAsync(new RevokeKeyRequest { Id = text, Reason = text }, shown));
        var revoke = new RevokeKeyRequest { Id = made.Key.Id, Reason = $"{text}\r\n{text}\u2028{text}" };
        var revoked = await _server.Keys.RevokeAsync(revoke, shown).ResponseAsync.InTime();
        var publish = Administration.Request(TestRules.Overlay(TestRules.Finding("local-a")), (await _server.StatusAsync()).Version);
        (publish.Author, publish.Reason) = (text, $"{text}\n2026.9 发布\u0085{text}");
        await _server.Admin.PublishAsync(publish, shown).ResponseAsync.InTime();
        await Administration.RefusedAsync(_server.Admin.RollbackAsync(
            new RollbackRequest { Version = text, ExpectedVersion = text, Author = text, Reason = text }, shown));
        await _server.CheckWithAsync(OnlyPrintable(text));

        revoked.Key.RevokedReason.ShouldBe($"{text}  {text} {text}");
        (await KeysAsync())[0].Name.ShouldBe(text);
        (await HistoryAsync())[^1].Reason.ShouldBe($"{text} 2026.9 发布 {text}");
        (await _server.AuditAsync(_keys["auditor"])).ShouldNotBeEmpty();
        _server.Log.Lines.ShouldAllBe(line => !line.Text.TrimEnd().Contains('\n') || line.EventName == null);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
    }

    private static string OnlyPrintable(string text)
    {
        return string.Concat(text.Where(character => character is >= ' ' and <= '~'));
    }

    private static AsyncUnaryCall<object> First<TRequest, TReply>(AsyncDuplexStreamingCall<TRequest, TReply> call)
        where TReply : class
    {
        return new AsyncUnaryCall<object>(
            AnswerAsync(), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);

        async Task<object> AnswerAsync()
        {
            await call.ResponseStream.MoveNext(CancellationToken.None);
            return call.ResponseStream.Current;
        }
    }

    private static AsyncUnaryCall<object> Any<T>(AsyncUnaryCall<T> call)
        where T : class
    {
        return new AsyncUnaryCall<object>(
            AnswerAsync(), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);

        async Task<object> AnswerAsync()
        {
            return await call.ResponseAsync;
        }
    }

    private static AsyncUnaryCall<object> Reply<TRequest, TReply>(AsyncClientStreamingCall<TRequest, TReply> call)
        where TReply : class
    {
        return Any(new AsyncUnaryCall<TReply>(
            call.ResponseAsync, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose));
    }

    /// <summary>The first message of a stream, as if it were the answer of a call.</summary>
    private static AsyncUnaryCall<object> First<T>(AsyncServerStreamingCall<T> call)
        where T : class
    {
        return new AsyncUnaryCall<object>(FirstAsync(), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);

        async Task<object> FirstAsync()
        {
            await call.ResponseStream.MoveNext(CancellationToken.None);
            return call.ResponseStream.Current;
        }
    }

    private static async Task<StatusCode> EndAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call.ResponseAsync.InTime();
            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }

    private async Task<IReadOnlyList<Key>> KeysAsync()
    {
        return (await _server.Keys.ListAsync(new ListKeysRequest(), Shown.Key(_publisher.Secret)).ResponseAsync.InTime()).Keys;
    }

    private async Task<IReadOnlyList<Publication>> HistoryAsync()
    {
        return (await _server.Admin.HistoryAsync(new HistoryRequest(), Shown.Key(_publisher.Secret)).ResponseAsync.InTime()).Entries;
    }

    /// <summary>A clock by which every wait is over at once.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
