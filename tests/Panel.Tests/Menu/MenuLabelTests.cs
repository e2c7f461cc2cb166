using Validation.Panel.Menu;

namespace Validation.Panel.Tests.Menu;

public sealed class MenuLabelTests
{
    [Theory]
    [InlineData("打开报告(&O)", "打开报告(_O)")]
    [InlineData("甲&&乙", "甲&乙")]
    [InlineData("终稿_2.docx", "终稿__2.docx")]
    [InlineData("年报.docx\t有错误", "年报.docx　有错误")]
    [InlineData("", "")]
    public void Of_EachForm_IsThatOfDbusmenu(string text, string label) => MenuLabel.Of(text).ShouldBe(label);
}
