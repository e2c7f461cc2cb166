using Validation.Client.Tests.Support;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Tests.Core.Wording;

public sealed class FindingsByPlaceTests
{
    [Fact]
    public void Findings_ErrorsFirst_ComeByPlaceAndThoseWithoutLast()
    {
        var sent = Outcomes.Of(Outcomes.Reply(
            Verdict.Reject, At("e9", 9, 3), At("e-", null), At("w3", 3), At("i9", 9, 1), At("i3", 3), At("i-", null)));

        var sorted = FindingsByPlace.Of(sent);

        sorted.Reply!.Findings.Select(finding => finding.RuleId).ShouldBe(["w3", "i3", "i9", "e9", "e-", "i-"]);
        sorted.Draft.ShouldBe(sent.Draft);
        sent.Reply!.Findings[0].RuleId.ShouldBe("e9");
    }

    [Fact]
    public void Findings_OfARealReport_AreTheSameOnes()
    {
        var sent = CheckedSample.Of("qinhuangdao-2024");

        var sorted = FindingsByPlace.Of(sent).Reply!;

        sorted.Findings.ShouldBe(sent.Reply!.Findings, ignoreOrder: true);
        sorted.Findings.Select(finding => finding.Location?.Line ?? int.MaxValue).ShouldBeInOrder();
        sorted.Findings[0].RuleId.ShouldBe("n3-accepted");
    }

    [Fact]
    public void Outcome_WithoutReply_StaysAsItIs() => FindingsByPlace.Of(Outcomes.Missing()).Failure.ShouldNotBeNull();

    private static Finding At(string id, int? ordinal, int column = 0) => new()
    {
        RuleId = id, Location = ordinal is { } number ? new Location { Ordinal = number, Line = number, Column = column } : null,
    };
}
