using System.Collections.Concurrent;
using System.Globalization;
using Grpc.Core;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Core;

public sealed partial class ValidationConnectionTests
{
    [Fact]
    public async Task Drafts_AnsweredOutOfOrder_GetTheirOwnReplies()
    {
        var first = new TaskCompletionSource();
        Validator.Answer = async (request, _) =>
        {
            if (string.Equals(request.FileName, "0.txt", StringComparison.Ordinal))
            {
                await first.Task;
            }
            else if (string.Equals(request.FileName, "9.txt", StringComparison.Ordinal))
            {
                first.SetResult();
            }

            return FakeValidator.Accept(request);
        };

        var outcomes = await CheckAllAsync(_connection, Drafts(10));

        outcomes.Count.ShouldBe(10);
        outcomes.ShouldAllBe(outcome => outcome.Reply!.FileName == outcome.Draft.Name);
        outcomes[0].Draft.Name.ShouldNotBe("0.txt");
        Validator.Unary.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drafts_Many_AreNotAllUnderWayAtOnce()
    {
        var underWay = 0;
        var most = new ConcurrentBag<int>();
        Validator.Answer = async (request, _) =>
        {
            most.Add(Interlocked.Increment(ref underWay));
            await Task.Yield();
            Interlocked.Decrement(ref underWay);
            return FakeValidator.Accept(request);
        };

        (await CheckAllAsync(_connection, Drafts(200))).Count.ShouldBe(200);

        most.Max().ShouldBeLessThanOrEqualTo(new ConnectionOptions().InFlight);
    }

    [Fact]
    public async Task Drafts_AnsweredOutOfOrder_CanBeTakenInOrder()
    {
        Validator.Answer = async (request, cancellationToken) =>
        {
            await Task.Delay(Random.Shared.Next(5), cancellationToken);
            return FakeValidator.Accept(request);
        };
        var drafts = Drafts(300);

        var outcomes = await _connection.CheckInOrderAsync(drafts, default).ToListAsync().InTime();

        outcomes.Select(outcome => outcome.Draft).ShouldBe(drafts);
        outcomes.ShouldAllBe(outcome => outcome.Reply!.FileName == outcome.Draft.Name);
    }

    [Fact]
    public async Task Drafts_BehindASlowOne_DoNotPileUp()
    {
        var first = new TaskCompletionSource();
        var asked = 0;
        Validator.Answer = async (request, _) =>
        {
            if (string.Equals(request.FileName, "0.txt", StringComparison.Ordinal))
            {
                await first.Task;
            }

            Interlocked.Increment(ref asked);
            return FakeValidator.Accept(request);
        };
        await using var outcomes = _connection.CheckInOrderAsync(Drafts(1000), default).GetAsyncEnumerator();
        var next = outcomes.MoveNextAsync();

        await Task.Delay(TimeSpan.FromSeconds(1));

        Volatile.Read(ref asked).ShouldBeLessThan(100);
        first.SetResult();
        (await next.InTime()).ShouldBeTrue();
    }

    [Fact]
    public async Task Server_LostOnTheWay_IsWaitedForOnce()
    {
        var calls = 0;
        Validator.Stream = async (requests, replies, cancellationToken) =>
        {
            var last = Interlocked.Increment(ref calls) == 1 ? 5 : int.MaxValue;
            for (var i = 0; i < last && await requests.MoveNext(cancellationToken); i++)
            {
                await replies.WriteAsync(FakeValidator.Accept(requests.Current), cancellationToken);
            }

            if (last == 5)
            {
                throw new RpcException(new Status(StatusCode.Unavailable, string.Empty));
            }
        };

        var outcomes = await CheckAllAsync(_connection, Drafts(50));

        calls.ShouldBe(2);
        outcomes.Count.ShouldBe(50);
        outcomes.ShouldAllBe(outcome => outcome.Reply!.FileName == outcome.Draft.Name);
    }

    [Fact]
    public async Task Server_LostForGood_LeavesTheRestUnchecked()
    {
        Validator.Answer = (request, _) => request.FileName.Length == 0
            ? throw new RpcException(new Status(StatusCode.Unavailable, string.Empty))
            : Task.FromResult(FakeValidator.Accept(request));
        Validator.Stream = async (requests, replies, cancellationToken) =>
        {
            await requests.MoveNext(cancellationToken);
            await replies.WriteAsync(FakeValidator.Accept(requests.Current), cancellationToken);
            throw new RpcException(new Status(StatusCode.Unavailable, string.Empty));
        };

        var outcomes = await CheckAllAsync(_connection, Drafts(50));

        outcomes.Count(outcome => outcome.Reply is not null).ShouldBe(1);
        outcomes.Count(outcome => outcome.Failure?.Kind == FailureKind.ServerUnreachable).ShouldBe(49);
    }

    [Fact]
    public async Task Draft_ThatIsMissing_SpoilsOnlyItsOwnOutcome()
    {
        var drafts = Drafts(3).Append(Draft.FromFile(_folder.File("没有.txt"))).ToList();

        var outcomes = await CheckAllAsync(_connection, drafts);

        outcomes.Count(outcome => outcome.Reply is not null).ShouldBe(3);
        outcomes.Single(outcome => outcome.Reply is null).Failure!.Kind.ShouldBe(FailureKind.FileUnreadable);
    }

    [Fact]
    public async Task Draft_NeverAnswered_SpoilsOnlyItsOwnOutcome()
    {
        using var connection = new ValidationConnection(_server.Address, new ConnectionOptions { Timeout = TimeSpan.FromSeconds(5) });
        // The first call of a connection takes longer than others.
        (await CheckAllAsync(connection, Drafts(1))).ShouldHaveSingleItem().Reply.ShouldNotBeNull();
        Validator.Answer = async (request, cancellationToken) =>
        {
            if (string.Equals(request.FileName, "1.txt", StringComparison.Ordinal))
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return FakeValidator.Accept(request);
        };

        var outcomes = await CheckAllAsync(connection, Drafts(6));

        outcomes.Single(outcome => outcome.Reply is null).Draft.Name.ShouldBe("1.txt");
        outcomes.Single(outcome => outcome.Reply is null).Failure!.Kind.ShouldBe(FailureKind.TimedOut);
    }

    [Fact]
    public async Task Draft_LargeAmongSmall_HasACallOfItsOwn()
    {
        var drafts = Drafts(3).Append(Draft.FromBytes("大.docx", new byte[4 << 20])).ToList();

        var outcomes = await CheckAllAsync(_connection, drafts);

        outcomes.ShouldAllBe(outcome => outcome.Reply!.FileName == outcome.Draft.Name);
    }

    [Fact]
    public async Task Server_ThatEndsTheCall_LeavesNoDraftWaiting()
    {
        Validator.Stream = (_, _, _) => throw new RpcException(new Status(StatusCode.Unavailable, string.Empty));

        var outcomes = await CheckAllAsync(_connection, Drafts(20));

        outcomes.Count.ShouldBe(20);
        outcomes.ShouldAllBe(outcome => outcome.Failure!.Kind == FailureKind.ServerUnreachable);
    }

    [Fact]
    public async Task Server_ThatForgetsADraft_IsAFailureOfTheServer()
    {
        Validator.Stream = async (requests, _, cancellationToken) => await requests.MoveNext(cancellationToken);

        var outcomes = await CheckAllAsync(_connection, Drafts(2));

        outcomes.ShouldAllBe(outcome => outcome.Failure!.Kind == FailureKind.ServerFailed);
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsUnreachableForEveryDraft()
    {
        using var connection = new ValidationConnection(FakeServer.NobodysAddress());

        var outcomes = await CheckAllAsync(connection, Drafts(20));

        outcomes.Count.ShouldBe(20);
        outcomes.ShouldAllBe(outcome => outcome.Failure!.Kind == FailureKind.ServerUnreachable);
    }

    [Fact]
    public async Task Reply_ToNoDraft_IsIgnored()
    {
        Validator.Stream = async (requests, replies, cancellationToken) =>
        {
            while (await requests.MoveNext(cancellationToken))
            {
                await replies.WriteAsync(new ValidateReply { Id = "x" }, cancellationToken);
                await replies.WriteAsync(FakeValidator.Accept(requests.Current), cancellationToken);
                await replies.WriteAsync(FakeValidator.Accept(requests.Current), cancellationToken);
            }
        };

        (await CheckAllAsync(_connection, Drafts(5))).ShouldAllBe(outcome => outcome.Reply!.FileName == outcome.Draft.Name);
    }

    [Fact]
    public async Task Checks_Cancelled_StopAtOnce()
    {
        using var stop = new CancellationTokenSource();
        Validator.Answer = async (request, cancellationToken) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return FakeValidator.Accept(request);
        };

        await Should.ThrowAsync<OperationCanceledException>(
            _connection.CheckAllAsync(Drafts(20), stop.Token).ToListAsync().AsTask().InTime());
    }

    [Fact]
    public async Task Checks_NoLongerWanted_StopAtOnce()
    {
        Validator.Answer = async (request, cancellationToken) =>
        {
            await Task.Delay(request.FileName.Length == 5 ? 0 : Timeout.Infinite, cancellationToken);
            return FakeValidator.Accept(request);
        };

        var first = await _connection.CheckAllAsync(Drafts(1000), default).FirstAsync().AsTask().InTime();

        first.Reply.ShouldNotBeNull();
        Validator.Chunks.Count.ShouldBeLessThan(1000);
    }

    private static async Task<List<CheckOutcome>> CheckAllAsync(ValidationConnection connection, IReadOnlyList<Draft> drafts) =>
        await connection.CheckAllAsync(drafts, default).ToListAsync().InTime();

    private static List<Draft> Drafts(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Draft.FromBytes(i.ToString(CultureInfo.InvariantCulture) + ".txt", "内容"u8.ToArray()))];
}
