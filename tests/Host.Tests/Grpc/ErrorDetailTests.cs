using Grpc.Core;
using Validation.Server.Grpc;
using Validation.Server.Outcomes;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Grpc;

/// <summary>What a program learns of an error: never from its text.</summary>
public sealed class ErrorDetailTests
{
    public static TheoryData<string> Kinds => [.. Enum.GetNames<RefusalKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Refusal_OfEveryKind_HasTheNameThatHttpGivesIt(string name)
    {
        var kind = Enum.Parse<RefusalKind>(name);

        var refusal = GrpcStatus.Exception(new Refusal(kind, "原因"));

        refusal.Info().Domain.ShouldBe("validation.v1");
        refusal.Info().Reason.ToLowerInvariant().ShouldBe(ProblemCode.Of(kind).Code);
        refusal.Info().Reason.ShouldMatch("^[A-Z][A-Z0-9_]+[A-Z0-9]$");
        refusal.Retry().ShouldBeNull();
    }

    [Fact]
    public async Task Caller_OverItsOwnLimit_IsToldApartFromAFullServer()
    {
        var check = new FakeCheck();
        check.Close();
        await using var server = await RunningServer.StartAsync(check, "ConcurrentDocuments=1", "QueuedDocuments=0");
        var running = server.Client.ValidateAsync(Drafts.Request("a", "草稿")).ResponseAsync;
        await check.EnteredAsync();

        var own = await RefusedAsync(server.Client.ValidateAsync(Drafts.Request("b", "草稿")).ResponseAsync);
        check.Open();
        await running.InTime();

        own.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        own.Info().Reason.ShouldBe("TOO_MANY_REQUESTS");
        own.Retry()!.RetryDelay.ToTimeSpan().ShouldBe(TimeSpan.FromSeconds(1));
        own.Trailers.GetValue("grpc-retry-pushback-ms").ShouldBe("1000");

        var full = GrpcStatus.Exception(Validation.Server.Admission.Refusals.Full);
        full.StatusCode.ShouldBe(StatusCode.Unavailable);
        full.Info().Reason.ShouldBe("BUSY");
        full.Retry()!.RetryDelay.ToTimeSpan().ShouldBe(TimeSpan.FromSeconds(1));
        full.Trailers.GetValue("grpc-retry-pushback-ms").ShouldBe("1000");
    }

    [Fact]
    public async Task Message_TooLarge_SaysTheLimit()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "MessageBytes=2048");

        var refusal = await RefusedAsync(server.Client.ValidateAsync(Drafts.Request("a", 3000)).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        refusal.Status.Detail.ShouldBe(GrpcTexts.MessageTooLarge(2048));
        refusal.Info().Reason.ShouldBe("TOO_LARGE");
        refusal.Info().Metadata["limit_bytes"].ShouldBe("2048");
        refusal.Retry().ShouldBeNull();
    }

    [Fact]
    public async Task Key_Missing_IsSaidAlsoBeforeTheCallBegins()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck(), "AnonymousValidate=false");

        var refusal = await RefusedAsync(
            server.Client.ValidateAsync(Drafts.Request("a", "草稿"), new Metadata { { "x-forwarded-for", "10.0.0.7" } }).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        refusal.Info().Reason.ShouldBe("UNAUTHENTICATED");
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public async Task Names_TooLong_AreNamed(int length, bool taken)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var name = new string('x', length);
        ValidateRequest[] requests = [new() { Id = name, Content = Drafts.Request("", "x").Content }, new() { FileName = name }];
        string[] fields = ["id", "file_name"];
        for (var each = 0; each < requests.Length; each++)
        {
            var call = server.Client.ValidateAsync(requests[each]).ResponseAsync;
            if (taken)
            {
                await call.InTime();
                continue;
            }

            var refusal = await RefusedAsync(call);
            refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
            refusal.Violation().Field.ShouldBe(fields[each]);
        }
    }

    [Fact]
    public async Task Method_Unknown_IsUnimplemented()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        var method = new Method<GetStatusRequest, RuleStatus>(
            MethodType.Unary, "validation.v1.Nothing", "Nothing",
            Marshallers.Create(request => Google.Protobuf.MessageExtensions.ToByteArray(request), GetStatusRequest.Parser.ParseFrom),
            Marshallers.Create(reply => Google.Protobuf.MessageExtensions.ToByteArray(reply), RuleStatus.Parser.ParseFrom));
        var call = server.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, new GetStatusRequest());

        (await RefusedAsync(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unimplemented);
    }

    private static Task<RpcException> RefusedAsync(Task call)
    {
        return Should.ThrowAsync<RpcException>(call.InTime());
    }
}
