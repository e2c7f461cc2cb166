using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Labels;
using Validation.Form;

namespace Validation.Engine.Tests.Reports.Articles;

public sealed class LandmarksTests
{
    public static TheoryData<string> Headings => [.. SectionTemplate.All.Select(section => section.Heading)];

    [Fact]
    public void Parts_OfNamesAndLabels_AreOfTheTemplate()
    {
        var names = SectionTemplate.All.Select(section => section.Name).Concat(SectionNames.BesideTemplate(SectionTemplate.Of(1)));
        var labels = ReportTemplate.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Headings.Append(row.Label)).ToList();

        Landmarks.PartsOfNames.ShouldAllBe(part => names.Any(name => name.Contains(part, StringComparison.Ordinal)));
        Landmarks.PartsOfLabels.ShouldAllBe(part => labels.Any(label => label.Contains(part, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Headings))]
    public void Contain_HeadingOfTheTemplate_True(string heading) => Landmarks.Contain(heading, isRow: false).ShouldBeTrue();

    [Theory]
    [InlineData("总体情况", false, true)]
    [InlineData("1．基 本 情 况", false, true)]
    [InlineData("行政许可\t5", true, true)]
    [InlineData("行政许可", false, false)]
    [InlineData("总体情况良好。", false, false)]
    [InlineData("索引号\t1", true, false)]
    public void Contain_Line_AsItReads(string line, bool isRow, bool isLandmark) => Landmarks.Contain(line, isRow).ShouldBe(isLandmark);
}
