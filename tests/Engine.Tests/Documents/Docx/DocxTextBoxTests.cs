using static Validation.Engine.Tests.Documents.Docx.DocxFile;

namespace Validation.Engine.Tests.Documents.Docx;

public sealed class DocxTextBoxTests
{
    private static string Choice(string content) =>
        $"<mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>";

    private static string Fallback(string content) =>
        $"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict></mc:Fallback>";

    private static string Around(string content) => $"<w:p>{R("前")}<w:r>{content}</w:r>{R("后")}</w:p>";

    [Fact]
    public void Read_TwoFormsOfOneBox_ReadOnceBehindItsParagraph() =>
        Read(Around($"<mc:AlternateContent>{Choice(P("框"))}{Fallback(P("框"))}</mc:AlternateContent>") + P("尾"))
            .ShouldBe(["前后", "框", "尾"]);

    [Fact]
    public void Read_ChoiceWithoutText_Fallback() =>
        Read(Around($"<mc:AlternateContent><mc:Choice Requires='x'><w:drawing/></mc:Choice>{Fallback(P("框"))}</mc:AlternateContent>"))
            .ShouldBe(["前后", "框"]);

    [Fact]
    public void Read_OldBox_Read() =>
        Read(Around($"<w:pict><v:textbox><w:txbxContent>{P("框")}</w:txbxContent></v:textbox></w:pict>")).ShouldBe(["前后", "框"]);

    [Fact]
    public void Read_BoxWithTable_Rows() =>
        Read(Around($"<mc:AlternateContent>{Choice(Table(Row(Cell("1"), Cell("2"))) + P("注"))}</mc:AlternateContent>"))
            .ShouldBe(["前后", "1 | 2", "注"]);

    [Fact]
    public void Read_BoxBesideTextOfCell_BehindTheTable() =>
        Read(Table(Row(Cell("a"), $"<w:tc>{Around(Choice(P("框")))}</w:tc>"), Row(Cell("b"), Cell("2"))) + P("尾"))
            .ShouldBe(["a | 前后", "b | 2", "框", "尾"]);

    [Fact]
    public void Read_BoxBeforeTextOfCell_BehindTheTable() =>
        Read(Table(Row(Cell("a"), $"<w:tc><w:p><w:r>{Choice(P("框"))}</w:r></w:p>{P("0")}</w:tc>")))
            .ShouldBe(["a | /0", "框"]);

    [Fact]
    public void Read_BoxAloneInCell_StaysInItsCell() =>
        Read(Table(Row(Cell("a"), $"<w:tc><w:p><w:r>{Choice(P("5"))}</w:r></w:p></w:tc>", Cell("2")))).ShouldBe(["a | /5 | 2"]);

    [Fact]
    public void Read_BoxInCellOfTableInBox_BehindThatTable() =>
        Read(Around(Choice(Table(Row(Cell("a"), $"<w:tc>{Around(Choice(P("框")))}</w:tc>")) + P("外"))) + P("尾"))
            .ShouldBe(["前后", "a | 前后", "框", "外", "尾"]);

    [Fact]
    public void Read_BoxInBox_Behind() => Read(Around(Choice(Around(Choice(P("内"))) + P("外")))).ShouldBe(["前后", "前后", "内", "外"]);

    [Fact]
    public void Read_HiddenBox_LeftOut() =>
        Read($"<w:p>{R("前")}<w:r><w:rPr><w:vanish/></w:rPr>{Choice(P("框"))}</w:r></w:p>").ShouldBe(["前"]);

    [Fact]
    public void Read_EmptyBoxInHiddenRun_TextIsRead() =>
        Read($"<w:p>{R("前")}<w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:textbox><w:txbxContent/></v:textbox></w:pict></w:r>{R("后")}</w:p>")
            .ShouldBe(["前后"]);

    [Fact]
    public void Read_EmptyBoxInHiddenRunOfBox_BoxIsRead() =>
        Read(Around(Choice($"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:textbox><w:txbxContent/></v:textbox></w:pict></w:r>"
            + $"{R("框")}</w:p>"))).ShouldBe(["前后", "框"]);

    [Fact]
    public void Read_AlternativesOfText_First() =>
        Read($"<w:p><mc:AlternateContent><mc:Choice Requires='a'>{R("甲")}</mc:Choice><mc:Choice Requires='b'>{R("乙")}</mc:Choice>"
            + $"<mc:Fallback>{R("丙")}</mc:Fallback></mc:AlternateContent>{R("丁")}</w:p>").ShouldBe(["甲丁"]);
}
