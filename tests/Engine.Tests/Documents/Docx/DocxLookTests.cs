using static Validation.Engine.Tests.Documents.Docx.DocxFile;

namespace Validation.Engine.Tests.Documents.Docx;

public sealed class DocxLookTests
{
    private const string Styles =
        "<w:style w:type='paragraph' w:styleId='struck'><w:rPr><w:strike/></w:rPr></w:style>"
        + "<w:style w:type='character' w:styleId='out'><w:rPr><w:strike/></w:rPr></w:style>"
        + "<w:style w:type='character' w:styleId='child'><w:basedOn w:val='out'/></w:style>"
        + "<w:style w:type='character' w:styleId='note'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>";

    [Theory]
    [InlineData("<w:strike/>", "15")]
    [InlineData("<w:dstrike/>", "15")]
    [InlineData("<w:strike w:val='true'/><w:dstrike w:val='0'/>", "15")]
    [InlineData("<w:strike w:val='0'/>", "1215")]
    [InlineData("<w:dstrike w:val='off'/>", "1215")]
    [InlineData("<w:rStyle w:val='out'/>", "15")]
    [InlineData("<w:rStyle w:val='child'/>", "15")]
    [InlineData("<w:rStyle w:val='child'/><w:strike w:val='false'/>", "1215")]
    [InlineData("<w:rStyle w:val='missing'/>", "1215")]
    [InlineData("<w:b/><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>", "1215")]
    public void Read_StruckRun_AsDeleted(string properties, string expected) =>
        Read($"<w:p>{R("12", properties)}{R("15")}</w:p>", Styles).ShouldBe([expected]);

    [Fact]
    public void Read_StruckRunInDocumentWithoutStyles_AsDeleted() =>
        Read($"<w:p>{R("12", "<w:strike/>")}{R("15")}</w:p>").ShouldBe(["15"]);

    [Fact]
    public void Read_StyleThatStrikes_OnlyWhatIsNotStruckIsLeft() =>
        Read($"<w:p><w:pPr><w:pStyle w:val='struck'/></w:pPr>{R("12")}{R("13", "<w:rStyle w:val='out'/>")}"
            + $"{R("15", "<w:strike w:val='0'/>")}</w:p>", Styles).ShouldBe(["1315"]);

    [Fact]
    public void Read_MarkOfParagraphStruck_TextStays() =>
        Read($"<w:p><w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>{R("15")}</w:p>").ShouldBe(["15"]);

    [Theory]
    [InlineData("<w:vertAlign w:val='superscript'/>", "5¹a")]
    [InlineData("<w:rStyle w:val='note'/>", "5¹a")]
    [InlineData("<w:vertAlign w:val='subscript'/>", "51a")]
    [InlineData("<w:rStyle w:val='note'/><w:vertAlign w:val='baseline'/>", "51a")]
    public void Read_RaisedRun_RaisedDigits(string properties, string expected) =>
        Read($"<w:p>{R("5")}{R("1a", properties)}</w:p>", Styles).ShouldBe([expected]);

    [Fact]
    public void Read_RaisedSymbol_RaisedDigit() =>
        Read($"<w:p>{R("5")}<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:sym w:font='宋体' w:char='0032'/></w:r></w:p>")
            .ShouldBe(["5²"]);

    [Fact]
    public void Read_BoxInStruckRun_StillSeen() =>
        Read($"<w:p>{R("a")}<w:r><w:rPr><w:strike/></w:rPr><w:pict><v:textbox><w:txbxContent>{P("框")}</w:txbxContent></v:textbox>"
            + "</w:pict></w:r></w:p>").ShouldBe(["a", "框"]);
}
