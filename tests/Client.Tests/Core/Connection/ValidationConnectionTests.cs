using Grpc.Core;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core;

/// <summary>One draft at a time; see the other part for many.</summary>
public sealed partial class ValidationConnectionTests : IAsyncLifetime, IDisposable
{
    private static readonly ConnectionOptions Hasty = new() { Timeout = TimeSpan.FromMilliseconds(300) };

    private readonly TestFolder _folder = new();
    private FakeServer _server = null!;
    private ValidationConnection _connection = null!;

    private FakeValidator Validator => _server.Validator;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _connection = new ValidationConnection(_server.Address);
    }

    [Fact]
    public async Task Draft_Small_GoesWholeInOneMessage()
    {
        var outcome = await _connection.CheckAsync(Draft.FromFile(_folder.Write("年报.txt", "内容")), default).InTime();

        outcome.Reply!.Verdict.ShouldBe(Verdict.Accept);
        outcome.Failure.ShouldBeNull();
        var request = Validator.Unary.ShouldHaveSingleItem();
        request.FileName.ShouldBe("年报.txt");
        request.Content.ToStringUtf8().ShouldBe("内容");
    }

    [Fact]
    public async Task Draft_Large_GoesInChunksOfOneId()
    {
        var content = new byte[(3 << 20) + 100];
        Random.Shared.NextBytes(content);

        var outcome = await _connection.CheckAsync(Draft.FromBytes("大.docx", content), default).InTime();

        outcome.Reply!.FileName.ShouldBe("大.docx");
        var chunks = Validator.Chunks.ToList();
        chunks.SelectMany(chunk => chunk.Content).ToArray().AsSpan().SequenceEqual(content).ShouldBeTrue();
        chunks.Select(chunk => chunk.Id).Distinct().Count().ShouldBe(1);
        chunks.ShouldAllBe(chunk => chunk.Content.Length <= 64 << 10);
        chunks.Select(chunk => chunk.Continued).ShouldBe([.. Enumerable.Repeat(true, chunks.Count - 1), false]);
        Validator.Unary.ShouldBeEmpty();
    }

    [Fact]
    public async Task Draft_AnsweredEarly_IsNotSentToTheEnd()
    {
        var content = new byte[100 << 20];
        var received = new TaskCompletionSource<long>();
        Validator.Stream = async (requests, replies, cancellationToken) =>
        {
            // Unread chunks fill the connection's window, so that the client cannot have sent the rest before it has the reply.
            await requests.MoveNext(cancellationToken);
            var bytes = (long)requests.Current.Content.Length;
            await replies.WriteAsync(new ValidateReply { Id = requests.Current.Id, Reason = Reason.DocumentTooLarge }, cancellationToken);
            try
            {
                while (await requests.MoveNext(cancellationToken))
                {
                    bytes += requests.Current.Content.Length;
                }
            }
            finally
            {
                received.SetResult(bytes);
            }
        };

        var outcome = await _connection.CheckAsync(Draft.FromBytes("大.docx", content), default).InTime();

        outcome.Reply!.Reason.ShouldBe(Reason.DocumentTooLarge);
        (await received.Task.InTime()).ShouldBeLessThan(content.Length);
    }

    [Theory]
    [InlineData(StatusCode.Unavailable, FailureKind.ServerBusy, "正忙")]
    [InlineData(StatusCode.ResourceExhausted, FailureKind.ServerBusy, "正忙")]
    [InlineData(StatusCode.DeadlineExceeded, FailureKind.TimedOut, "60 秒")]
    [InlineData(StatusCode.PermissionDenied, FailureKind.KeyRefused, "请先登记")]
    [InlineData(StatusCode.InvalidArgument, FailureKind.Refused, "请先登记")]
    [InlineData(StatusCode.Internal, FailureKind.ServerFailed, "不是稿件的问题")]
    [InlineData(StatusCode.Cancelled, FailureKind.ServerFailed, "不是稿件的问题")]
    public async Task Server_ThatRefuses_IsAFailure(StatusCode code, FailureKind kind, string words)
    {
        Validator.Answer = (_, _) => throw new RpcException(new Status(code, "请先登记"));

        var outcome = await _connection.CheckAsync(Draft.FromBytes("年报.txt", default), default).InTime();

        outcome.Reply.ShouldBeNull();
        outcome.Failure!.Kind.ShouldBe(kind);
        outcome.Failure.Message.ShouldContain(words);
    }

    [Theory]
    [InlineData(4, 5)]
    [InlineData(9, 5)]
    public async Task Server_ThatIsBusy_IsAskedAgainAFewTimes(int busy, int asked)
    {
        Validator.Busy = busy;

        var outcome = await _connection.CheckAsync(Draft.FromBytes("年报.txt", default), default).InTime();

        Validator.Unary.Count.ShouldBe(asked);
        outcome.Failure?.Kind.ShouldBe(FailureKind.ServerBusy);
        (outcome.Reply is not null).ShouldBe(busy < asked);
    }

    [Fact]
    public async Task Server_ThatIsBusyAndWantsNoMore_IsNotAskedAgain()
    {
        var never = new Metadata { { "grpc-retry-pushback-ms", "-1" } };
        Validator.Answer = (_, _) => throw new RpcException(new Status(StatusCode.ResourceExhausted, string.Empty), never);

        await _connection.CheckAsync(Draft.FromBytes("年报.txt", default), default).InTime();

        Validator.Unary.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsUnreachable()
    {
        using var connection = new ValidationConnection(FakeServer.NobodysAddress());

        var outcome = await connection.CheckAsync(Draft.FromBytes("年报.txt", default), default).InTime();

        outcome.Failure!.Kind.ShouldBe(FailureKind.ServerUnreachable);
        outcome.Failure.Message.ShouldContain(connection.Address.ToString());
    }

    [Fact]
    public async Task Server_OfAnotherKind_IsRefused()
    {
        await using var other = await FakeServer.StartAsync(withService: false);
        using var connection = new ValidationConnection(other.Address);

        var outcome = await connection.CheckAsync(Draft.FromBytes("年报.txt", default), default).InTime();

        outcome.Failure!.Kind.ShouldBe(FailureKind.WrongServer);
        outcome.Failure.Message.ShouldContain("不是校验服务");
    }

    [Fact]
    public async Task Server_ThatIsSilent_TimesOut()
    {
        using var connection = new ValidationConnection(_server.Address, Hasty);
        Validator.Answer = async (request, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return FakeValidator.Accept(request);
        };

        var outcome = await connection.CheckAsync(Draft.FromBytes("年报.txt", default), default).InTime();

        outcome.Failure!.Kind.ShouldBe(FailureKind.TimedOut);
        outcome.Failure.Message.ShouldContain("0.3 秒");
    }

    [Fact]
    public async Task Check_Cancelled_StopsAtOnce()
    {
        using var stop = new CancellationTokenSource();
        var stopped = new TaskCompletionSource();
        Validator.Answer = async (request, cancellationToken) =>
        {
            cancellationToken.Register(stopped.SetResult);
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return FakeValidator.Accept(request);
        };

        await Should.ThrowAsync<OperationCanceledException>(
            _connection.CheckAsync(Draft.FromBytes("年报.txt", default), stop.Token).InTime());

        await stopped.Task.InTime();
    }

    [Fact]
    public async Task Draft_ThatIsMissing_IsNotSent()
    {
        var outcome = await _connection.CheckAsync(Draft.FromFile(_folder.File("没有.txt")), default).InTime();

        outcome.Failure!.Kind.ShouldBe(FailureKind.FileUnreadable);
        Validator.Unary.ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_ThatAnswers_IsFound()
    {
        (await _connection.AnswersAsync(TestTime.Limit, default).InTime()).ShouldBeTrue();
        using var nobody = new ValidationConnection(FakeServer.NobodysAddress());
        (await nobody.AnswersAsync(TestTime.Limit, default).InTime()).ShouldBeFalse();
    }

    public async Task DisposeAsync()
    {
        _connection.Dispose();
        await _server.DisposeAsync();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }
}
