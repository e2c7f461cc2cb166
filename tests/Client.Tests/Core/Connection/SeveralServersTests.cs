using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Connection;

/// <summary>A client that knows several servers with the same rules.</summary>
[Trait("Size", "Long")]
public sealed class SeveralServersTests
{
    [Fact]
    public async Task Drafts_OneAfterTheOther_AreSharedOut()
    {
        await using var one = await FakeServer.StartAsync();
        await using var two = await FakeServer.StartAsync();
        using var connection = new ValidationConnection(Both(one.Address, two.Address));

        await UntilAsync(connection, () => !one.Validator.Unary.IsEmpty && !two.Validator.Unary.IsEmpty);
    }

    [Fact]
    public async Task Draft_FirstServerIsAway_IsCheckedByTheOther()
    {
        await using var there = await FakeServer.StartAsync();
        using var connection = new ValidationConnection(Both(FakeServer.NobodysAddress(), there.Address));

        for (var number = 0; number < 5; number++)
        {
            (await CheckAsync(connection)).Reply.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Draft_NoServerIsThere_IsAFailureThatNamesThem()
    {
        var address = Both(FakeServer.NobodysAddress(), FakeServer.NobodysAddress());
        using var connection = new ValidationConnection(address);

        var failure = (await CheckAsync(connection)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(FailureKind.ServerUnreachable);
        failure.Message.ShouldContain(address.ToString());
    }

    [Fact]
    public async Task Draft_AnswerBreaksOff_IsSentAgain()
    {
        await using var one = await FakeServer.StartAsync();
        await using var two = await FakeServer.StartAsync();
        using var connection = new ValidationConnection(Both(one.Address, two.Address));
        await UntilAsync(connection, () => !one.Validator.Unary.IsEmpty && !two.Validator.Unary.IsEmpty);
        one.Validator.Breaks = 1;
        two.Validator.Breaks = 1;

        (await CheckAsync(connection)).Failure.ShouldBeNull();
    }

    /// <summary>Nothing was answered yet when the first call broke: the drafts are sent again, each of them once.</summary>
    [Fact]
    public async Task Batch_BrokenBeforeAnyAnswer_IsSentAgainOnce()
    {
        await using var leaving = await FakeServer.StartAsync();
        await using var staying = await FakeServer.StartAsync();
        var broken = 0;
        leaving.Validator.Stream = async (requests, _, cancellationToken) =>
        {
            await requests.MoveNext(cancellationToken);
            Interlocked.Increment(ref broken);
            leaving.Validator.Stream = null;
            throw new RpcException(new Status(StatusCode.Unavailable, string.Empty));
        };
        using var connection = new ValidationConnection(Both(leaving.Address, staying.Address));
        await UntilAsync(connection, () => !staying.Validator.Unary.IsEmpty && !leaving.Validator.Unary.IsEmpty);
        var drafts = Enumerable.Range(0, 3).Select(_ => Draft.FromBytes("年报.txt", "年报"u8.ToArray())).ToList();

        // Two batches, one after the other: one of them begins at the server that leaves.
        for (var batch = 0; batch < 2; batch++)
        {
            await foreach (var outcome in connection.CheckAllAsync(drafts, CancellationToken.None))
            {
                outcome.Failure.ShouldBeNull();
            }
        }

        broken.ShouldBe(1);
        (leaving.Validator.Chunks.Count + staying.Validator.Chunks.Count).ShouldBe(2 * drafts.Count);
    }

    /// <summary>A server that is about to be known as gone: it answers small questions or another does, but breaks every batch.</summary>
    [Fact]
    public async Task Batch_OneServerBreaksEveryCall_IsAnsweredByTheOther()
    {
        await using var breaking = await FakeServer.StartAsync();
        await using var staying = await FakeServer.StartAsync();
        breaking.Validator.Stream = (_, _, _) => throw new RpcException(new Status(StatusCode.Unavailable, string.Empty));
        using var connection = new ValidationConnection(Both(breaking.Address, staying.Address));
        await UntilAsync(connection, () => !staying.Validator.Unary.IsEmpty && !breaking.Validator.Unary.IsEmpty);
        var drafts = Enumerable.Range(0, 3).Select(_ => Draft.FromBytes("年报.txt", "年报"u8.ToArray())).ToList();

        // Whichever server the first begins at, one of two batches begins at the one that breaks it.
        for (var batch = 0; batch < 2; batch++)
        {
            await foreach (var outcome in connection.CheckAllAsync(drafts, CancellationToken.None))
            {
                outcome.Failure.ShouldBeNull();
            }
        }

        staying.Validator.Chunks.Count.ShouldBe(2 * drafts.Count);
    }

    [Fact]
    public async Task Servers_WithTls_EachShowTheirOwnCertificate()
    {
        using var authority = new TestAuthority();
        authority.IssueServer();
        using var certificate = X509Certificate2.CreateFromPemFile(authority.ServerPath);
        await using var one = await FakeServer.StartAsync(certificate: certificate);
        await using var two = await FakeServer.StartAsync(certificate: certificate);
        ServerTrust.TryPin(authority.CaPath, out var trust, out _).ShouldBeTrue();
        using var connection = new ValidationConnection(Both(one.Address, two.Address), new ConnectionOptions { Trust = trust });
        await UntilAsync(connection, () => !one.Validator.Unary.IsEmpty && !two.Validator.Unary.IsEmpty);

        // The certificate is for 127.0.0.1: under another name neither is taken.
        var names = $"https://localhost:{one.Address.Uri.Port},https://localhost:{two.Address.Uri.Port}";
        ServerAddress.TryParse(names, out var other).ShouldBeTrue();
        using var stranger = new ValidationConnection(other, new ConnectionOptions { Trust = trust });
        (await CheckAsync(stranger)).Reply.ShouldBeNull();
        using var untrusting = new ValidationConnection(Both(one.Address, two.Address));
        (await CheckAsync(untrusting)).Reply.ShouldBeNull();
    }

    private static ServerAddress Both(ServerAddress one, ServerAddress two)
    {
        ServerAddress.TryParse($"{one},{two}", out var both).ShouldBeTrue();
        return both;
    }

    private static Task<CheckOutcome> CheckAsync(ValidationConnection connection) =>
        connection.CheckAsync(Draft.FromBytes("年报.txt", "年报"u8.ToArray()), CancellationToken.None).InTime();

    /// <summary>Checks until something is so: the second connection may take a moment longer than the first.</summary>
    private static async Task UntilAsync(ValidationConnection connection, Func<bool> holds)
    {
        using var late = new CancellationTokenSource(TestTime.Limit);
        while (!holds())
        {
            late.Token.ThrowIfCancellationRequested();
            (await CheckAsync(connection)).Reply.ShouldNotBeNull();
        }
    }
}
