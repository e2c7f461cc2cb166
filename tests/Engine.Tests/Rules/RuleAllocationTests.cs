using Validation.Engine.Rules;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Rules;

/// <summary>What evaluating the whole national set allocates: the same on every machine, unlike the time.</summary>
public sealed class RuleAllocationTests
{
    private const int Turns = 20;
    private const long MostBytes = 120 * 1024;

    [Theory]
    [ClassData(typeof(CorrectSamples))]
    public void Evaluate_NationalSetOnAParsedReport_FewBytes(string name)
    {
        var report = new Sample(name).Check().Report;
        for (var turn = 0; turn < Turns; turn++)
        {
            RuleEngine.Evaluate(TestRules.National, report, EngineLimits.Default);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < Turns; turn++)
        {
            RuleEngine.Evaluate(TestRules.National, report, EngineLimits.Default);
        }

        ((GC.GetAllocatedBytesForCurrentThread() - before) / Turns).ShouldBeLessThan(MostBytes);
    }
}
