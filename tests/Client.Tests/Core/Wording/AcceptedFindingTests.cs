using Google.Protobuf.WellKnownTypes;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Tests.Core.Wording;

public sealed class AcceptedFindingTests
{
    [Fact]
    public void Tally_CountsAcceptedFindingsForThemselves()
    {
        var tally = Tally.Of([Accepted(Level.Error), Accepted(Level.Info), new Finding { Severity = Level.Error }]);

        (tally.Errors, tally.Warnings, tally.Hints, tally.Accepted).ShouldBe((1, 0, 0, 2));
        tally.Text.ShouldBe("错误 1 处，已核对 2 处");
        Tally.Of([Accepted(Level.Error)]).IsClean.ShouldBeFalse();
    }

    [Fact]
    public void Finding_Accepted_IsSaidToBe()
    {
        FindingWords.Weight(Accepted(Level.Error)).ShouldBe("错误（已核对）");
        FindingWords.Acceptance(Accepted(Level.Error)).ShouldBe("已由 张三 核对，有效到 2027-12-31，不影响结论：台账如此");
        FindingWords.Acceptance(new Finding()).ShouldBeEmpty();
    }

    private static Finding Accepted(Level severity)
    {
        var midnight = new DateTime(2028, 1, 1, 0, 0, 0, DateTimeKind.Local).ToUniversalTime();
        return new Finding
        {
            Severity = severity,
            RuleSeverity = severity,
            Accepted = new Accepted { Id = "a2345678", Author = "张三", Reason = "台账如此", Until = Timestamp.FromDateTime(midnight) },
        };
    }
}
