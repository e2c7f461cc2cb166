using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Telemetry;
using Validation.Server.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Telemetry;

/// <summary>A server that nobody looks at pays nothing for what it could show.</summary>
[Collection(AloneTests.Name)]
public sealed class UncollectedTests
{
    private const int Turns = 1_000;

    [Fact]
    public void Check_NobodyCollects_AllocatesNothingForFiguresAndTraces()
    {
        var figures = Figures.None;
        var reply = new ValidateReply { Verdict = Verdict.Reject, Provenance = new Provenance { DocumentFormat = "txt; utf-8" } };
        reply.Findings.Add(new Finding { RuleId = "t3-balance", Severity = Level.Error });
        Show(figures, reply);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < Turns; turn++)
        {
            Show(figures, reply);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Turns);
    }

    private static void Show(CheckFigures figures, ValidateReply reply)
    {
        using var trace = CheckTrace.Begin(1);
        figures.Entered(CheckLane.Quick, TimeSpan.Zero);
        figures.Answered(reply, Principal.Server, TimeSpan.Zero);
        figures.Refused("grpc", "unavailable", Principal.Server);
        trace.Tell(reply);
    }
}
