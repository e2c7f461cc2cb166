using Validation.Cli;
using Validation.Client.Connection;
using Validation.Client.Tests.Support;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Tests.Cli;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("accept", 0)]
    [InlineData("accept accept", 0)]
    [InlineData("reject", 1)]
    [InlineData("accept reject undecided missing", 1)]
    [InlineData("undecided", 2)]
    [InlineData("accept undecided", 2)]
    [InlineData("accept missing", 2)]
    [InlineData("missing", 3)]
    [InlineData("missing missing", 3)]
    public void Outcomes_Together_GiveTheCode(string outcomes, int code) =>
        ExitCode.Of(Counts.Of(outcomes.Split(' ').Select(Outcome))).ShouldBe(code);

    private static CheckOutcome Outcome(string name) => name switch
    {
        "accept" => Outcomes.Of(Outcomes.Reply(Verdict.Accept)),
        "reject" => Outcomes.Of(Outcomes.Reply(Verdict.Reject)),
        "undecided" => Outcomes.Of(Outcomes.NotAReport()),
        _ => Outcomes.Missing(),
    };
}
