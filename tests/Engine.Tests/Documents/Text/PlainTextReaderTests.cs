using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Text;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Text;

public sealed class PlainTextReaderTests
{
    [Theory]
    [InlineData("甲\n乙", "甲", "乙")]
    [InlineData("甲\n乙\n", "甲", "乙")]
    [InlineData("甲\r\n乙\r\n", "甲", "乙")]
    [InlineData("甲\r乙\r", "甲", "乙")]
    [InlineData("甲\r乙\r\n丙\n丁", "甲", "乙", "丙", "丁")]
    [InlineData("甲\n\n乙", "甲", "", "乙")]
    [InlineData("甲\r\n\r\n乙", "甲", "", "乙")]
    [InlineData("甲\n\r乙", "甲", "", "乙")]
    [InlineData("\n甲", "", "甲")]
    [InlineData("甲\n\n", "甲", "")]
    [InlineData("甲", "甲")]
    [InlineData("\t甲 \n 0\t", "\t甲 ", " 0\t")]
    public void Read_LineEnds_LinesWithTheirNumbers(string text, params string[] lines)
    {
        var paragraphs = Read(text, EngineLimits.Default).Document!.Lines();

        paragraphs.Select(paragraph => paragraph.Text).ShouldBe(lines);
        paragraphs.Select(paragraph => paragraph.Position).ShouldBe(
            Enumerable.Range(1, lines.Length).Select(line => new Position(line, 1)));
    }

    [Theory]
    [InlineData("## 二、主动公开政府信息情况", "   二、主动公开政府信息情况")]
    [InlineData("# 年度报告", "  年度报告")]
    [InlineData("**二、主动公开政府信息情况**", "  二、主动公开政府信息情况  ")]
    [InlineData("| **规章** | 0 | **5** |", "|   规章   | 0 |   5   |")]
    public void Read_MarksOfMarkdown_SpacesInTheirPlace(string line, string text) =>
        Read(line, EngineLimits.Default).Document!.Lines()[0].Text.ShouldBe(text);

    [Theory]
    [InlineData("#1 号文件")]
    [InlineData("####### 七")]
    [InlineData("张**的申请和李**的申请")]
    [InlineData("共 ** 件")]
    [InlineData("****")]
    public void Read_SignsThatAreNoMarks_AsTheyStand(string line) =>
        Read(line, EngineLimits.Default).Document!.Lines()[0].Text.ShouldBe(line);

    [Theory]
    [InlineData("⾏政处罚", "行政处罚")]
    [InlineData("规范性⽂件", "规范性文件")]
    [InlineData("⼀、⼆、", "一、二、")]
    [InlineData("\uF9CA\uF967", "流不")]
    public void Read_RadicalsAndCompatibilityForms_OrdinaryCharacters(string line, string text) =>
        Read(line, EngineLimits.Default).Document!.Lines()[0].Text.ShouldBe(text);

    [Theory]
    [InlineData(" ")]
    [InlineData("\r\n\r\n")]
    [InlineData("\t　\u00A0\n")]
    public void Read_WhiteSpaceOnly_EmptyDocument(string text) => Read(text, EngineLimits.Default).Reason.ShouldBe(Reason.EmptyDocument);

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Read_ManyCharacters_RefusedAboveTheLimit(int characters, bool isRefused)
    {
        var limits = new EngineLimits { TextCharacters = 10 };

        Read(new string('字', characters), limits).Reason.ShouldBe(isRefused ? Reason.DocumentTooLarge : Reason.Unspecified);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Read_ManyLines_RefusedAboveTheLimit(int lines, bool isRefused)
    {
        var limits = new EngineLimits { Paragraphs = 10 };
        var expected = isRefused ? Reason.DocumentTooLarge : Reason.Unspecified;

        Read(string.Join('\n', Enumerable.Repeat("行", lines)), limits).Reason.ShouldBe(expected);
        Read(string.Concat(Enumerable.Repeat("行\n", lines)), limits).Reason.ShouldBe(expected);
        Read("行" + new string('\n', lines), limits).Reason.ShouldBe(expected);
    }

    [Fact]
    public void Read_NoLimits_Read()
    {
        var limits = new EngineLimits { Paragraphs = int.MaxValue, TextCharacters = int.MaxValue };

        Read(string.Concat(Enumerable.Repeat("行\n", 250_000)), limits).Document!.Lines().Count.ShouldBe(250_000);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void Read_TextInEncoding_FormatNamesIt(string encoding)
    {
        var content = Support.Encoded.As("甲\n乙", encoding, true);

        PlainTextReader.Read(content, EngineLimits.Default).Format.ShouldStartWith("txt; utf-");
    }

    private static ReadResult Read(string text, EngineLimits limits) => new DocumentReader(limits).Read(Encoding.UTF8.GetBytes(text));
}
