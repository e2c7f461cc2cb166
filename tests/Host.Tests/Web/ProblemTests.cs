using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Validation.Engine.Annotation;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Outcomes;
using Validation.Server.Tests.Support;
using Validation.Server.Web;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Web;

public sealed class ProblemTests
{
    [Theory]
    [InlineData(99, false)]
    [InlineData(100, false)]
    [InlineData(101, true)]
    [InlineData(1_000_000, true)]
    public async Task Document_AroundItsLimit_IsReadOrNotDecided(int bytes, bool tooLarge)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "DocumentBytes=100");
        var text = new string('x', bytes);
        foreach (var content in new[] { Uploads.Raw(text), Uploads.Form(text), new StreamContent(new Unsized(text)) })
        {
            content.Headers.TryAddWithoutValidation("X-File-Name", "a.txt");

            var reply = await server.Http.CheckAsync(content, "?id=a");

            reply.Id.ShouldBe("a");
            reply.Reason.ShouldBe(tooLarge ? Reason.DocumentTooLarge : Reason.Unspecified);
            reply.Verdict.ShouldBe(tooLarge ? Verdict.NotDecided : Verdict.Accept);
        }
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/mixed; boundary=x")]
    [InlineData("no type")]
    public async Task Type_OfNoFile_IsUnsupported(string type)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Raw("草稿");
        content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();

        using var response = await server.Http.PostAsync(Uploads.Path, content).InTime();

        (await response.ShouldBeAsync(ProblemCode.MediaType)).ShouldContain(type);
    }

    [Fact]
    public async Task Body_Compressed_IsUnsupported()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Raw("草稿");
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await server.Http.PostAsync(Uploads.Path, content).InTime();

        (await response.ShouldBeAsync(ProblemCode.MediaType)).ShouldContain("gzip");
    }

    [Fact]
    public async Task Form_Wrong_SaysWhatIsWrong()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        const string Type = "multipart/form-data; boundary=x";
        const string File = "form-data; name=\"file\"; filename=\"a.txt\"";
        var rows = new (HttpContent Content, string Detail)[]
        {
            (Uploads.Form([("form-data; name=\"file\"", "草稿")]), WebTexts.FormWithoutFile),
            (Uploads.Form([(File, "甲"), (File, "乙")]), WebTexts.FormWithSeveralFiles),
            (Uploads.Raw("no form at all", Type), WebTexts.FormBroken),
            (Uploads.Raw("--x\r\nContent-Disposition: form-data; filename=a\r\n\r\ncut", Type), WebTexts.FormBroken),
            (Uploads.Raw("", "multipart/form-data"), WebTexts.FormBroken),
            (Uploads.Form(Enumerable.Repeat(("form-data; name=\"a\"", "a"), 100)), WebTexts.FormWithoutFile),
            (Uploads.Form(Enumerable.Repeat(("form-data; name=\"a\"", "a"), 101)), WebTexts.FormBroken),
        };
        foreach (var (content, detail) in rows)
        {
            using var response = await server.Http.PostAsync(Uploads.Path, content).InTime();
            (await response.ShouldBeAsync(ProblemCode.BadRequest)).ShouldBe(detail);
        }
    }

    [Fact]
    public async Task Option_NoBoolean_IsABadRequest()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Raw("草稿");

        using var response = await server.Http.PostAsync(Uploads.Path + "?omit_report=maybe", content).InTime();

        (await response.ShouldBeAsync(ProblemCode.BadRequest)).ShouldBe(WebTexts.FlagInvalid("omit_report", "maybe"));
    }

    [Theory]
    [InlineData("/v1/validate?omit_reprot=true", "omit_reprot")]
    [InlineData("/v1/validate?ID=a", "ID")]
    [InlineData("/v1/rules?version=1", "version")]
    [InlineData("/v1/rules/test?id=test", "id")]
    [InlineData("/v1/status?a", "a")]
    public async Task Parameter_Unknown_IsABadRequestThatNamesIt(string address, string name)
    {
        await using var server = await RunningServer.StartSmallAsync();
        await server.PublishAsync(TestRules.Finding("test"));
        using var content = Uploads.Raw("草稿");

        using var response = address.Contains("validate", StringComparison.Ordinal)
            ? await server.Http.PostAsync(address, content).InTime()
            : await server.Http.GetAsync(address).InTime();

        (await response.ShouldBeAsync(ProblemCode.BadRequest)).ShouldStartWith($"没有参数 {name}：");
    }

    [Theory]
    [InlineData("/v1/nothing", "")]
    [InlineData("/v2/validate", "")]
    [InlineData("/v1/nothing", "Bearer vk_x")]
    public async Task Address_Unknown_IsNotFoundAlsoWithAKey(string address, string key)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "AnonymousValidate=false");
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.TryAddWithoutValidation("Authorization", key);

            using var response = await server.Http.SendAsync(request).InTime();

            await response.ShouldBeAsync(ProblemCode.NotFound);
        }
    }

    [Fact]
    public async Task Names_TooLong_AreABadRequest()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        using var content = Uploads.Raw("草稿");

        using var response = await server.Http.PostAsync(Uploads.Path + "?id=" + new string('x', 1025), content).InTime();

        (await response.ShouldBeAsync(ProblemCode.BadRequest)).ShouldBe(CheckTexts.TooLong("id", 1024));
    }

    [Fact]
    public async Task Address_UnknownOrWithAnotherMethod_IsAProblem()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        using var unknown = await server.Http.GetAsync("/appsettings.json").InTime();
        using var method = await server.Http.GetAsync(Uploads.Path).InTime();

        await unknown.ShouldBeAsync(ProblemCode.NotFound);
        await method.ShouldBeAsync(ProblemCode.Method);
        method.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task Sender_OfTooMuch_IsToldWhenToComeBack()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "ConcurrentDocuments=1", "QueuedDocuments=0");
        var running = server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync;
        await check.EnteredAsync();
        using var content = Uploads.Raw("草稿");

        using var response = await server.Http.PostAsync(Uploads.Path, content).InTime();
        check.Open();

        (await response.ShouldBeAsync(ProblemCode.Throttled)).ShouldBe(CheckTexts.TooManyWaiting);
        await running.InTime();
    }

    [Fact]
    public async Task Server_Faulty_SaysNothingOfTheDocument()
    {
        await using var server = await RunningServer.StartAsync(new FaultyCheck());
        server.ExpectedErrors.UnionWith(["CallFailed", "CheckFailed"]);
        using var content = Uploads.Raw("机密");

        using var response = await server.Http.PostAsync(Uploads.Path, content).InTime();

        (await response.ShouldBeAsync(ProblemCode.Fault)).ShouldBe(CommonTexts.Fault);
        server.Log.Lines.ShouldContain(line => line.EventName == "CallFailed");
        server.Log.Lines.ShouldAllBe(line => !line.Text.Contains("机密", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_WithoutRules_IsNotReady()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck { Rules = new RuleList() });
        using var content = Uploads.Raw("草稿");

        using var ready = await server.Http.GetAsync("/readyz").InTime();
        using var validate = await server.Http.PostAsync(Uploads.Path, content).InTime();
        using var alive = await server.Http.GetAsync("/healthz").InTime();

        (await ready.ShouldBeAsync(ProblemCode.NotReady)).ShouldBe(HealthTexts.NoRules);
        await validate.ShouldBeAsync(ProblemCode.NotReady);
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Content-Length: 4000004\r\n\r\nhalf")]
    [InlineData("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 4000004\r\n\r\n--b\r")]
    public async Task Server_Stops_WhileADocumentComes_SaysSo(string half)
    {
        await using var server = await RunningServer.StartWithAsync(services => services
            .AddSingleton<IDocumentCheck>(new FakeCheck())
            .PostConfigure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30)));
        using var socket = await HalfSentAsync(server, half);
        await server.Log.SeesAsync("ExecutingEndpoint").InTime();

        var stop = server.StopAsync();

        using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);
        var response = "";
        while (!response.EndsWith("\n0\n\n", StringComparison.Ordinal))
        {
            response += (await reader.ReadLineAsync().InTime()).ShouldNotBeNull() + "\n";
        }

        response.ShouldStartWith("HTTP/1.1 503 ");
        response.ShouldContain("Retry-After: 1");
        response.ShouldContain(CommonTexts.Stopping);

        // The server takes what the client has yet to send, and no reset of the connection takes the answer away.
        foreach (var piece in new byte[4_000_000].Chunk(100_000))
        {
            await socket.GetStream().WriteAsync(piece).AsTask().InTime();
        }

        (await reader.ReadToEndAsync().InTime()).ShouldBeEmpty();
        await stop;
    }

    [Fact]
    public async Task Server_Stops_WhileADocumentStandsStill_SaysSoAndGoes()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "DrainTime=00:00:00.5");
        using var socket = await HalfSentAsync(server, "Content-Length: 100\r\n\r\nhalf");
        await server.Log.SeesAsync("ExecutingEndpoint").InTime();

        var stop = server.StopAsync();

        using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);
        (await reader.ReadLineAsync().InTime()).ShouldNotBeNull().ShouldStartWith("HTTP/1.1 503 ");
        await stop;
    }

    [Fact]
    public async Task Client_GoesWhileItsDocumentIsChecked_FreesThePlace()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "ConcurrentDocuments=1", "QueuedDocuments=0");
        var socket = await HalfSentAsync(server, "Content-Length: 4\r\n\r\nhalf");
        await check.EnteredAsync();

        socket.Dispose();

        await check.LeftAsync();
        await server.Log.SeesAsync("CallRefused").InTime();
    }

    private static async Task<TcpClient> HalfSentAsync(RunningServer server, string rest)
    {
        var address = new Uri(server.WebAddress);
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port).InTime();
        var request = $"POST {Uploads.Path} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n{rest}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request)).AsTask().InTime();
        return client;
    }

    /// <summary>A body whose length is not known beforehand.</summary>
    private sealed class Unsized(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }

    /// <summary>An engine that fails even at saying that it failed, with words of the document.</summary>
    private sealed class FaultyCheck : IDocumentCheck
    {
        public string RuleSetVersion => "test";

        public string EngineVersion => "0";

        public RuleList Rules { get; } = new() { Rules = { new RuleSummary() } };

        public ValidateReply Validate(SubmittedDraft draft, CancellationToken cancellationToken)
        {
            throw new FormatException(Encoding.UTF8.GetString(draft.Content.Span));
        }

        public AnnotatedCopy Annotate(ReadOnlyMemory<byte> content, ValidateReply reply, CancellationToken cancellationToken)
        {
            throw new FormatException(Encoding.UTF8.GetString(content.Span));
        }

        public ValidateReply NotDecided(Reason reason)
        {
            throw new FormatException("机密");
        }
    }
}
