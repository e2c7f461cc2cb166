using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Rules;

public sealed class SampleFindingsTests
{
    [Theory]
    [ClassData(typeof(AllSamples))]
    public void Check_RealReport_FindingsAsExpected(string name)
    {
        var sample = new Sample(name);
        sample.Check().Findings.Select(FindingLine.Of).ShouldBe(sample.ExpectedFindings);
    }

    [Theory]
    [InlineData("qinhuangdao-2024", Verdict.Reject)]
    [InlineData("jiyuan-2024", Verdict.Accept)]
    [InlineData("xingtai-2024", Verdict.Accept)]
    [InlineData("xingtai-gaoxinqu-2024", Verdict.Accept)]
    [InlineData("xushui-2024", Verdict.Accept)]
    public void Check_RealReport_VerdictAsExpected(string name, Verdict verdict) => new Sample(name).Check().Verdict.ShouldBe(verdict);

    [Fact]
    public void Check_ColumnOutOfBalance_MessageSaysBothSidesAndTheDifference()
    {
        var findings = new Sample("qinhuangdao-2024").Check().Findings.Where(finding => finding.RuleId == "t3-balance").ToList();

        findings.Select(finding => finding.Cells[0].Column).ShouldBe(["自然人", "总计"]);
        findings.ShouldAllBe(finding => finding.Expected == "31" && finding.Actual == "36" && finding.Message.Contains("相差 5"));
    }
}
