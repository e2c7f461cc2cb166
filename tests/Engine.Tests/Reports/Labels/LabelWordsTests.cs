using Validation.Engine.Reports.Labels;
using Validation.Form;

namespace Validation.Engine.Tests.Reports.Labels;

public sealed class LabelWordsTests
{
    [Theory]
    [InlineData("1.属于国家秘密", "属于国家秘密")]
    [InlineData("（一）予以公开", "予以公开")]
    [InlineData("3.危及“三安全一稳定”", "危及三安全一稳定")]
    [InlineData("规章", "规章")]
    [InlineData("９、某 某", "某某")]
    public void Of_Label_WordsWithoutNumber(string label, string words) => LabelWords.Of(label).ShouldBe(words);

    [Theory]
    [InlineData("本年度办理结果", "三、本年度办理结果")]
    [InlineData("某某其他处理", "（六）其他处理")]
    [InlineData("其他", null)]
    public void GroupAtEnd_WordsOfApplications_GroupThatTheyName(string words, string? label) =>
        (LabelWords.Of(ApplicationsTemplate.Table).GroupAtEnd(words)?.Label).ShouldBe(label);
}
