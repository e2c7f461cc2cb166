using Validation.Engine.Reports.Text;

namespace Validation.Engine.Tests.Reports.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("2024 年 1 月 1 日", "2024年1月1日")]
    [InlineData("主动公开信息 467 条， 其中 42 条。", "主动公开信息467条，其中42条。")]
    [InlineData("规　章 ", "规章")]
    [InlineData("共１２３件，占８５．３％（ＡＢ）", "共123件，占85.3%（AB）")]
    [InlineData("2025  1  1  日", "2025 1 1日")]
    [InlineData("Open Data 平台", "Open Data平台")]
    [InlineData("\u200B聚焦\u00A0政策\uFEFF", "聚焦政策")]
    [InlineData("没有要改的，一个字也没有。", "没有要改的，一个字也没有。")]
    [InlineData("", "")]
    public void Of_Line_WithoutStraySpacesAndInHalfWidth(string line, string plain) => PlainText.Of(line).ShouldBe(plain);

    [Theory]
    [InlineData("2024 年 1 月 1 日")]
    [InlineData("　共１２３ 件，Open  Data 平台 12 34")]
    [InlineData("没有要改的。")]
    public void IndexIn_EveryCharacter_StandsWhereItSays(string line)
    {
        var plain = PlainText.Of(line);
        for (var i = 0; i < plain.Length; i++)
        {
            PlainText.Of(line[PlainText.IndexIn(line, i)..]).ShouldBe(plain[i..].TrimStart());
        }
    }
}
