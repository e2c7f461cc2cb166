using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Admission;

public sealed class FairShareTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(12)]
    public void Take_GreedyPrincipals_LeaveAsMuchAsEachHas(int greedy)
    {
        const int Capacity = 1_300;
        var share = new FairShare(Capacity, floor: 0);
        var held = new long[greedy];
        for (var turn = 0; turn < Capacity; turn++)
        {
            for (var one = 0; one < greedy; one++)
            {
                held[one] += share.Take(Of(one), 1) == ShareAnswer.Granted ? 1 : 0;
            }
        }

        held.ShouldAllBe(amount => Math.Abs(amount - (Capacity / (greedy + 1))) <= 1);
        share.Take(Of(greedy), Capacity / (greedy + 1) / 2).ShouldBe(ShareAnswer.Granted);
    }

    [Fact]
    public void Take_MoreThanItsShare_IsItsOwnExcess()
    {
        var share = new FairShare(10, floor: 0);
        share.Take(Of(0), 5).ShouldBe(ShareAnswer.Granted);

        share.Take(Of(0), 1).ShouldBe(ShareAnswer.Exceeded);
        share.Take(Of(1), 2).ShouldBe(ShareAnswer.Granted);
    }

    [Fact]
    public void Take_OthersHaveTakenAll_IsFull()
    {
        var share = new FairShare(10, floor: 10);
        share.Take(Of(0), 10).ShouldBe(ShareAnswer.Granted);

        share.Take(Of(0), 1).ShouldBe(ShareAnswer.Exceeded);
        share.Take(Of(1), 1).ShouldBe(ShareAnswer.Full);
        share.GiveBack(Of(0), 1);
        share.Take(Of(1), 1).ShouldBe(ShareAnswer.Granted);
    }

    [Fact]
    public async Task GiveBack_OfAnybody_IsHeardByThoseWhoWait()
    {
        var share = new FairShare(10, floor: 0);
        share.Take(Of(0), 5);
        var heard = share.GivenBackAsync();
        heard.IsCompleted.ShouldBeFalse();

        share.GiveBack(Of(0), 5);

        await heard.InTime();
        share.Taken.ShouldBe(0);
    }

    private static Principal Of(int number)
    {
        return new Principal(PrincipalKind.Address, $"10.0.0.{number}");
    }
}
