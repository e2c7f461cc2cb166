using Grpc.Core;
using Validation.Server.Checks;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Grpc;

public sealed class ValidateTests
{
    [Fact]
    public async Task Validate_Draft_ReturnsIdFileNameAndReport()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var request = Drafts.Request("a", "草稿");
        request.FileName = "2024年年报.txt";

        var reply = await server.Client.ValidateAsync(request).ResponseAsync.InTime();

        reply.Id.ShouldBe("a");
        reply.FileName.ShouldBe("2024年年报.txt");
        reply.Verdict.ShouldBe(Verdict.Accept);
        reply.Report.ShouldNotBeNull();
        reply.Provenance.DocumentSha256.ShouldBe(Drafts.Hash("草稿"));
    }

    [Fact]
    public async Task Validate_OmitReport_LeavesTheReportOut()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var request = Drafts.Request("a", "草稿");
#pragma warning disable CS0612 // What clients of version 0.2.0 say.
        request.OmitReport = true;
#pragma warning restore CS0612

        var reply = await server.Client.ValidateAsync(request).ResponseAsync.InTime();

        reply.Report.ShouldBeNull();
    }

    [Fact]
    public async Task Validate_NoContent_IsNotDecided()
    {
        await using var server = await RunningServer.StartAsync();

        var reply = await server.Client.ValidateAsync(new ValidateRequest { Id = "a" }).ResponseAsync.InTime();

        reply.Id.ShouldBe("a");
        reply.Verdict.ShouldBe(Verdict.NotDecided);
        reply.Reason.ShouldBe(Reason.EmptyDocument);
    }

    [Theory]
    [InlineData(99, Verdict.Accept, Reason.Unspecified)]
    [InlineData(100, Verdict.Accept, Reason.Unspecified)]
    [InlineData(101, Verdict.NotDecided, Reason.DocumentTooLarge)]
    public async Task Validate_AroundTheDocumentLimit_IsReadUpToIt(int bytes, Verdict verdict, Reason reason)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "DocumentBytes=100");

        var reply = await server.Client.ValidateAsync(Drafts.Request("a", bytes)).ResponseAsync.InTime();

        reply.Verdict.ShouldBe(verdict);
        reply.Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData(-1, StatusCode.OK)]
    [InlineData(0, StatusCode.OK)]
    [InlineData(1, StatusCode.ResourceExhausted)]
    public async Task Validate_AroundTheMessageLimit_IsTakenUpToIt(int over, StatusCode expected)
    {
        const int Limit = 2048;
        await using var server = await RunningServer.StartAsync(new FakeCheck(), $"MessageBytes={Limit}");
        var frame = Drafts.Request("a", Limit).CalculateSize() - Limit;
        var request = Drafts.Request("a", Limit - frame + over);
        request.CalculateSize().ShouldBe(Limit + over);

        var status = await StatusOfAsync(server.Client.ValidateAsync(request).ResponseAsync);

        status.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Validate_EngineFails_IsReaderFailedAndTheServerGoesOn()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        server.ExpectedErrors.Add(nameof(CheckLog.CheckFailed));

        var broken = await server.Client.ValidateAsync(Drafts.Request("a", FakeCheck.Broken)).ResponseAsync.InTime();
        var next = await server.Client.ValidateAsync(Drafts.Request("b", "草稿")).ResponseAsync.InTime();

        broken.Reason.ShouldBe(Reason.ReaderFailed);
        broken.Id.ShouldBe("a");
        next.Verdict.ShouldBe(Verdict.Accept);
        server.Log.Lines.ShouldContain(line => line.EventName == nameof(CheckLog.CheckFailed) && line.Text.Contains("FormatException"));
    }

    [Fact]
    public async Task Validate_DocumentTimeOver_TimesOutAndFreesTheWorker()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "DocumentTime=00:00:00.2");

        var reply = await server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync.InTime();

        reply.Reason.ShouldBe(Reason.TimedOut);
        reply.Id.ShouldBe("a");
        await check.LeftAsync();
    }

    [Fact]
    public async Task Validate_EngineThatDoesNotStop_TimesOutAndIsLogged()
    {
        var check = new FakeCheck { Obedient = false };
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "DocumentTime=00:00:00.2", "ConcurrentDocuments=1");

        var first = await server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync.InTime();
        await server.Log.SeesAsync(nameof(CheckLog.DoesNotStop)).InTime();
        check.Open();
        var second = await server.Client.ValidateAsync(Drafts.Request("b", "草稿")).ResponseAsync.InTime();

        first.Reason.ShouldBe(Reason.TimedOut);
        second.Verdict.ShouldBe(Verdict.Accept);
    }

    [Fact]
    public async Task Validate_Cancelled_FreesTheWorker()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check);
        using var cancel = new CancellationTokenSource();
        var call = server.Client.ValidateAsync(Drafts.Request("a", "草稿"), cancellationToken: cancel.Token).ResponseAsync;
        await check.EnteredAsync();

        await cancel.CancelAsync();

        await check.LeftAsync();
        (await StatusOfAsync(call)).StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task Validate_DeadlineOver_FreesTheWorker()
    {
        var check = new FakeCheck();
        await using var server = await RunningServer.StartAsync(check);
        // The first call of a connection takes longer than others: one that is over before its check begins shows nothing.
        await server.Client.ValidateAsync(Drafts.Request("first", "草稿")).ResponseAsync.InTime();
        await check.EnteredAsync();
        await check.LeftAsync();
        check.Close();
        var entered = check.EnteredAsync();
        for (var seconds = 2; !entered.IsCompleted; seconds *= 2)
        {
            var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(seconds);

            var status = await StatusOfAsync(server.Client.ValidateAsync(Drafts.Request("a", "草稿"), deadline: deadline).ResponseAsync);

            status.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        }

        await entered;

        await check.LeftAsync();
    }

    private static async Task<Status> StatusOfAsync(Task call)
    {
        try
        {
            await call.InTime();
            return Status.DefaultSuccess;
        }
        catch (RpcException refusal)
        {
            return refusal.Status;
        }
    }
}
