using Validation.Engine.Bodies;
using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Tests.Rules.Facts;

/// <summary>Which report is that of the year before of the same body.</summary>
public sealed class PriorFitTests
{
    [Theory]
    [InlineData("某某县民政局", "某某县民政局")]
    [InlineData("某某县民政局", "某某县 民政局")]
    [InlineData("某某县人力资源社会保障局", "某某县人力资源和社会保障局")]
    [InlineData("某某市某某县民政局", "某某县民政局")]
    [InlineData("某某县政府办公室", "某某县人民政府办公室")]
    [InlineData("", "某某县民政局")]
    public void Bodies_NamesThatMayBeOne_AreCompared(string name, string other) =>
        PriorFit.Problem(Of(name, 2024), Of(other, 2023), BodyRegister.Empty).ShouldBeNull();

    [Theory]
    [InlineData("某某县民政局", "某某县教育局")]
    [InlineData("某某县人民政府", "某某县人民政府办公室")]
    [InlineData("甲县民政局", "乙县民政局")]
    [InlineData("某某县民政局", "政局")]
    public void Bodies_OtherNames_AreNotCompared(string name, string other) =>
        PriorFit.Problem(Of(name, 2024), Of(other, 2023), BodyRegister.Empty).ShouldBe($"所附的上年报告是“{other}”的");

    [Fact]
    public void Bodies_ListKnowsAnAlias_IsTheSameBody()
    {
        var bodies = new BodyRegister([new Body { Name = "某某县民政局", Aliases = { "某某县民政和老龄工作局" } }, new Body { Name = "某某县教育局" }]);

        PriorFit.Problem(Of("某某县民政局", 2024), Of("某某县民政和老龄工作局", 2023), bodies).ShouldBeNull();
        PriorFit.Problem(Of("某某县民政局", 2024), Of("某某县教育局", 2023), bodies).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(2024, 2022, "所附的上年报告是2022年的")]
    [InlineData(2024, 0, "所附的上年报告没有写明年度")]
    [InlineData(0, 2023, "本报告没有写明年度，不与上年比较")]
    public void Years_OtherThanTheOneBefore_AreNotCompared(int year, int prior, string reason) =>
        PriorFit.Problem(Of("某某县民政局", year), Of("某某县民政局", prior), BodyRegister.Empty).ShouldBe(reason);

    private static Report Of(string organization, int year) => new() { Organization = organization, Year = year };
}
