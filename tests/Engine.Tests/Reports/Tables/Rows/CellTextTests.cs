using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Rows;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine.Tests.Reports.Tables.Rows;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("30556", 30556)]
    [InlineData(" 6 ", 6)]
    [InlineData("\u00A06\u3000", 6)]
    [InlineData("007", 7)]
    [InlineData("１２", 12)]
    [InlineData("1,234", 1234)]
    [InlineData("1，234", 1234)]
    [InlineData("１，２３４", 1234)]
    [InlineData("12,345,678", 12345678)]
    [InlineData("5.0", 5)]
    [InlineData("0.00", 0)]
    [InlineData("9007199254740991", 9007199254740991)]
    public void Read_Count_Number(string text, double value) => CellText.Read(text, hasDecimals: false).ShouldBe((State.Number, value));

    [Theory]
    [InlineData("26.55", 26.55)]
    [InlineData("18.8710", 18.871)]
    [InlineData("12629.28", 12629.28)]
    [InlineData("12,629.28", 12629.28)]
    [InlineData("０．５７", 0.57)]
    [InlineData("0.00", 0)]
    [InlineData("0", 0)]
    public void Read_Amount_Number(string text, double value) => CellText.Read(text, hasDecimals: true).ShouldBe((State.Number, value));

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("\u3000\u00A0\u200B")]
    public void Read_WhiteSpace_Blank(string text) => CellText.Read(text, hasDecimals: false).ShouldBe((State.Blank, 0));

    [Theory]
    [InlineData("/")]
    [InlineData("／")]
    [InlineData("-")]
    [InlineData("－")]
    [InlineData("—")]
    [InlineData("——")]
    [InlineData("- -")]
    [InlineData("–")]
    [InlineData("无")]
    [InlineData("不适用")]
    [InlineData("N/A")]
    [InlineData("*")]
    public void Read_DashOrWordForNothing_Dash(string text) => CellText.Read(text, hasDecimals: true).ShouldBe((State.Dash, 0));

    [Theory]
    [InlineData("3.5")]
    [InlineData("-1")]
    [InlineData("－1")]
    [InlineData("+1")]
    [InlineData("5件")]
    [InlineData("约5")]
    [InlineData("5余")]
    [InlineData("1,23")]
    [InlineData(",123")]
    [InlineData("1234,567")]
    [InlineData("1,,234")]
    [InlineData("1.2.3")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e3")]
    [InlineData("0x1F")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("O")]
    [InlineData("〇")]
    [InlineData("零")]
    [InlineData("三")]
    [InlineData("2-3")]
    [InlineData("50%")]
    [InlineData("9007199254740992")]
    [InlineData("9007199254740993")]
    [InlineData("99999999999999999999")]
    [InlineData("见附件")]
    [InlineData("10。")]
    [InlineData("10 0")]
    [InlineData("1　2")]
    [InlineData("1\n2")]
    public void Read_NoWholeNumber_Invalid(string text) => CellText.Read(text, hasDecimals: false).ShouldBe((State.Invalid, 0));

    [Theory]
    [InlineData("-0.5")]
    [InlineData("1.5万")]
    [InlineData("1.5万元")]
    [InlineData("1,23.5")]
    [InlineData("1.234,5")]
    public void Read_NoAmount_Invalid(string text) => CellText.Read(text, hasDecimals: true).ShouldBe((State.Invalid, 0));

    [Fact]
    public void Read_VeryLongDigits_InvalidAndNoInfinity() =>
        CellText.Read(new string('9', 400), hasDecimals: true).ShouldBe((State.Invalid, 0));

    [Theory]
    [InlineData("0", TokenKind.Value)]
    [InlineData("１２", TokenKind.Value)]
    [InlineData("1,234", TokenKind.Value)]
    [InlineData("26.55", TokenKind.Value)]
    [InlineData("-1", TokenKind.Value)]
    [InlineData("约5", TokenKind.Value)]
    [InlineData("5件", TokenKind.Value)]
    [InlineData("1.5万元", TokenKind.Value)]
    [InlineData("/", TokenKind.Value)]
    [InlineData("——", TokenKind.Value)]
    [InlineData("无", TokenKind.Value)]
    [InlineData("O", TokenKind.Value)]
    [InlineData("零", TokenKind.Value)]
    [InlineData("0000000", TokenKind.Value)]
    [InlineData("2616940297081427170974713700", TokenKind.Value)]
    [InlineData("262,297,271,471,155,234,1692", TokenKind.Value)]
    [InlineData("262/297/271/471/155/234/1692", TokenKind.Value)]
    [InlineData("2024年1月1日至12月31日共收到262件", TokenKind.Text)]
    [InlineData("", TokenKind.Gap)]
    [InlineData(" \u3000", TokenKind.Gap)]
    [InlineData("规章", TokenKind.Text)]
    [InlineData("3.其他", TokenKind.Text)]
    [InlineData("2.重复申请", TokenKind.Text)]
    [InlineData("（七）总计", TokenKind.Text)]
    [InlineData("第二十条第（一）项", TokenKind.Text)]
    [InlineData("本年(2023)制发件数", TokenKind.Text)]
    [InlineData("三、本年度办理结果0", TokenKind.Text)]
    [InlineData("总计", TokenKind.Text)]
    internal void Classify_Text_LabelOrValue(string text, TokenKind kind) => CellText.Classify(text).ShouldBe(kind);

    [Fact]
    public void Fill_Number_TextValueAndPlace()
    {
        var cell = new Cell();
        CellText.Fill(cell, new Token(TokenKind.Value, " １２ ", new Position(3, 4)), hasDecimals: false);

        var location = new Location { Line = 3, Column = 4, Ordinal = 3 };
        cell.ShouldBe(new Cell { State = State.Number, Value = 12, Text = "１２", Location = location });
    }

    [Fact]
    public void Fill_CellThatTheTableLacks_AsItWas() =>
        CellText.Fill(new Cell(), Token.Absent, hasDecimals: false).ShouldBe(new Cell());

    [Theory]
    [InlineData("", State.Blank)]
    [InlineData("/", State.Dash)]
    [InlineData("5件", State.Invalid)]
    public void Fill_NoNumber_NoValue(string text, State state)
    {
        var cell = new Cell();
        CellText.Fill(cell, new Token(TokenKind.Value, text, new Position(3, 4)), hasDecimals: false);

        cell.HasValue.ShouldBeFalse();
        cell.State.ShouldBe(state);
        cell.Text.ShouldBe(text);
    }
}
