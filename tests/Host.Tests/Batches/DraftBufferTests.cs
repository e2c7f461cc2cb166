using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Batches;
using Validation.Server.Options;

namespace Validation.Server.Tests.Batches;

public sealed class DraftBufferTests
{
    private static readonly Principal Sender = new(PrincipalKind.Address, "127.0.0.1");

    private readonly ByteBudget _budget = new(new ServerOptions { HeldBytes = 1024 * 1024 }, TimeProvider.System);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_096)]
    [InlineData(4_097)]
    [InlineData(65_536)]
    [InlineData(200_000)]
    public async Task Parts_OfAnyLength_ComeBackInOnePiece(int length)
    {
        var random = new Random(length);
        var content = new byte[length];
        random.NextBytes(content);
        using var buffer = new DraftBuffer(_budget.Open(Sender));
        for (var start = 0; start < length;)
        {
            var part = Math.Min(length - start, random.Next(1, 30_000));
            (await buffer.AppendAsync(content.AsMemory(start, part), default)).ShouldBeNull();
            start += part;
        }

        buffer.Length.ShouldBe(length);
        buffer.ToContent().ToArray().ShouldBe(content);
        buffer.ToContent().ToArray().ShouldBe(content);
    }

    [Fact]
    public async Task Bytes_AreHeldUntilDisposal()
    {
        var buffer = new DraftBuffer(_budget.Open(Sender));
        await buffer.AppendAsync(new byte[100_000], default);
        await buffer.AppendAsync(new byte[100_000], default);

        // A block that is not full may be held whole.
        _budget.Held.ShouldBeInRange(200_000, 200_000 + (64 * 1024));

        buffer.Dispose();
        _budget.Held.ShouldBe(0);
    }
}
