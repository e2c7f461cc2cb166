using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Departures;
using Validation.Engine.Reports.Tables.Rows;

namespace Validation.Engine.Tests.Reports.Tables.Departures;

public sealed class LabelCoverTests
{
    private static readonly string[] Labels = ["信息内容", "本年制发件数", "现行有效件数", "行政规范性文件"];

    [Theory]
    [InlineData("信息内容|本年制发件数|现行有效件数|行政规范性文件")]
    [InlineData("现行|有效|件数|本年制发|件数|信息内容|行政规范|性文件")]
    [InlineData("信 息 内 容|本年制发件数|现行有效件数|行政规范性文件")]
    [InlineData("行政规范性文件")]
    [InlineData("")]
    public void Compare_LabelsOfTheTemplateInAnyForm_NoneAltered(string pieces) => Compare(pieces).ShouldBeEmpty();

    [Theory]
    [InlineData("信息内容|本年制发件数|现行有效件数|规范性文件", "行政规范性文件", "规范性文件")]
    [InlineData("信息内容|本年发件|现行有效件数|行政规范性文件", "本年制发件数", "本年发件")]
    [InlineData("信息内容|本年制发件数|现行有效件|行政规范性文件", "现行有效件数", "现行有效件")]
    [InlineData("信息内容|本年制发件数|现行有效件数（历史累计）|行政规范性文件", "现行有效件数", "现行有效件数（历史累计）")]
    public void Compare_OneLabelAltered_NamedWithItsText(string pieces, string expected, string actual)
    {
        var altered = Compare(pieces).ShouldHaveSingleItem();

        altered.Expected.ShouldBe(expected);
        altered.Actual.ShouldBe(actual);
    }

    [Theory]
    [InlineData("信息内容|本年制发数量|现行有效数量|行政规范性文件", "本年制发数量|现行有效数量")]
    [InlineData("信息内容|本年发件|现行有效|行政规范文件", "本年发件|现行有效|行政规范文件")]
    [InlineData("信息|本年制定件数|现行|有效数量|规范性文件", "本年制定件数|现行有效数量|规范性文件")]
    [InlineData("本年制发件|现行有效件|信息内容|规范性文件", "本年制发件|现行有效件|规范性文件")]
    [InlineData("第二十条第一项|信息内容|本年制作件数|现行有效数|规范性文件", "本年制作件数|现行有效数|规范性文件")]
    public void Compare_SeveralLabelsAltered_EachWithItsOwnText(string pieces, string actual) =>
        Compare(pieces).Select(label => label.Actual).Order(StringComparer.Ordinal)
            .ShouldBe(actual.Split('|').Order(StringComparer.Ordinal));

    private static IReadOnlyList<AlteredLabel> Compare(string pieces) =>
        LabelCover.Compare([.. pieces.Split('|').Select((text, i) => new Token(TokenKind.Text, text, new Position(i + 1, 1)))], Labels);
}
