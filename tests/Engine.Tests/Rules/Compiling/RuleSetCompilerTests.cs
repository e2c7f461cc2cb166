using Validation.Engine.Rules;
using Validation.Engine.Rules.Compiling;
using Validation.Engine.Tests.Support;
using Validation.Form;

namespace Validation.Engine.Tests.Rules.Compiling;

public sealed class RuleSetCompilerTests
{
    private const long MostBytes = 2 << 20;

    /// <summary>Publishing an overlay must not cost what reading and compiling a hundred national rules costs.</summary>
    [Fact]
    public void Compile_FilesThatWereCompiledBefore_OnlyTheNewOnesAreCompiled()
    {
        TestRules.Compile("[]", onNational: true).RuleSet.ShouldNotBeNull();
        var overlay = TestRules.Whole("id: new-rule\nassert: report.year != 1999");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var rules = TestRules.Compile(overlay, onNational: true).RuleSet!;
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytes);
        rules.Find("new-rule")!.IsEvaluated.ShouldBeTrue();
        rules.Rules.Count.ShouldBe(TestRules.National.Rules.Count + 1);
    }

    [Fact]
    public void Compile_FileChangedBetweenTwoSets_EachSetHasItsOwn()
    {
        var strict = TestRules.Compile(TestRules.Whole("id: new-rule\nassert: \"false\"")).RuleSet!;
        var lenient = TestRules.Compile(TestRules.Whole("id: new-rule\nassert: \"true\"")).RuleSet!;

        Findings(strict).ShouldBe(1);
        Findings(lenient).ShouldBe(0);
        Findings(strict).ShouldBe(1);

        static int Findings(RuleSet rules) =>
            RuleEngine.Evaluate(rules, ReportTemplate.NewReport(), EngineLimits.Default).Findings.Count;
    }

    [Fact]
    public void Compile_BadFileTwice_SameProblemsBothTimes()
    {
        var bad = TestRules.Whole("assert: reprot.year == 1\ntitle:");
        var first = TestRules.Compile(bad).Problems;

        first.Count.ShouldBe(2);
        TestRules.Compile(bad).Problems.ShouldBe(first);
    }

    [Fact]
    public void Compile_TokenCancelled_Throws() => Should.Throw<OperationCanceledException>(() => RuleSetCompiler.Compile(
        new RuleSetSource("x", TestRules.Files.Files, [], TestRules.Today), new CancellationToken(canceled: true)));
}
