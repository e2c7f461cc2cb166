using System.Text;
using Validation.Engine.Documents;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Rtf;

public sealed class RtfReaderTests
{
    private const string Fonts =
        @"{\fonttbl{\f0\fcharset0 Times;}{\f1\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS;}}";

    private const string Edges = @"\trowd\cellx1000\cellx2000\cellx3000\intbl x\cell y\cell z\cell\row";

    [Theory]
    [InlineData(@"\f1\'c4\'ea\'b1\'a8 2024\par", "年报 2024")]
    [InlineData(@"\f3\'94\'4e\par", "年")]
    [InlineData(@"\f1{\'c4}{\'ea}\par", "年")]
    [InlineData(@"\f1\'81@\par", "丂")]
    [InlineData(@"\u24180?\u25253?\par", "年报")]
    [InlineData(@"\uc2\u24180\'c4\'ea\u25253\'b1\'a8\par", "年报")]
    [InlineData(@"{\uc0\u24180}\u25253?\par", "年报")]
    [InlineData(@"\u-10179?\u-8960?\par", "\U0001F500")]
    [InlineData(@"\u-10179?x\par", "\uFFFDx")]
    [InlineData(@"a\f2\'fcb\u-3844?\par", "a□b□")]
    [InlineData(@"a\tab b\~c\_d\-e\emdash\ldblquote\rdblquote\par", "a\tb\u00A0c-de—“”")]
    [InlineData(@"\{a\\b\}\par", @"{a\b}")]
    public void Read_Characters_Decoded(string content, string text) => Lines(content).ShouldBe([text]);

    [Fact]
    public void Read_BytesOfWestCodePageWithWesternFont_Decoded() =>
        Lines(@"\f0 caf\'e9 \'93x\'94\par", header: @"{\rtf1\ansi\ansicpg1252").ShouldBe(["café “x”"]);

    [Fact]
    public void Read_Paragraphs_BreaksAndPages() => Lines(@"a\line b\par c\page d\par\pard e").ShouldBe(["a", "b", "c", "d", "e"]);

    [Fact]
    public void Read_HiddenAndDeletedPageBreaks_PartNothing() => Lines(@"a{\deleted\page}{\v\page}b\par").ShouldBe(["ab"]);

    [Fact]
    public void Read_HiddenAndDeletedText_LeftOut() =>
        Lines(@"a{\v b}c{\deleted d}e\v f\v0 g{\revised h}\par {\v x\par}y\par").ShouldBe(["aceg" + "h", "y"]);

    [Theory]
    [InlineData(@"{\strike 12}15\par", "15")]
    [InlineData(@"\strike 1\'32\u51?\tab\strike0 15\par", "15")]
    [InlineData(@"{\striked 12}\striked1 12\striked0 15\par", "15")]
    [InlineData(@"\strike\striked1 1\striked0 2\plain 15\par", "15")]
    [InlineData(@"{a\strike\par}b\par", "a", "b")]
    public void Read_TextStruckOut_LeftOutButNotTheEndOfItsParagraph(string content, params string[] lines) =>
        Lines(content).ShouldBe(lines);

    [Theory]
    [InlineData(@"5{\super 1}\par", "5¹")]
    [InlineData(@"5\super 1\'32\u51?a\nosupersub 4\par", "5¹²³a4")]
    [InlineData(@"\super 0\super0 1{\super\sub 2}\super\plain 3\par", "⁰123")]
    [InlineData(@"\f1\super\'c4\'ea2\nosupersub\'c4\'ea3\par", "年²年3")]
    [InlineData(@"\f2\super 7\par", "⁷")]
    public void Read_RaisedDigits_OtherCharactersThanDigits(string content, string text) => Lines(content).ShouldBe([text]);

    [Fact]
    public void Read_Destinations_LeftOut() =>
        Lines(
            @"{\info{\title t}}{\header h\par}{\*\unknown u}{\*\bkmkstart b}a{\footnote n}{\pict\bin5 }}}}}}"
            + @"b{\*\shppict{\pict 00}}{\nonshppict{\pict 01}}"
            + @"{\field{\*\fldinst PAGE}{\fldrslt 3}}{\*\annotation x}{\upr{q}{\*\ud{\u24180?}}}\par").ShouldBe(["ab3年"]);

    [Fact]
    public void Read_DestinationWordInsideAGroup_HidesNothing() => Lines(@"a\pict b\par c\par").ShouldBe(["ab", "c"]);

    [Fact]
    public void Read_AutomaticNumbers_BeforeTheirParagraphs() =>
        Lines(
            @"{\listtext\pard\plain\f1  \u19968?\u12289?\tab}\ls1 x\par "
            + @"{\pntext 2\tab}y\par {\listtext\f2\'b7\tab}z\par {\listtext\'a1\'f1\tab}w\par"
            + @"{\listtext{\f2\u-3913?}3.\tab}v\par")
            .ShouldBe(["一、x", "2 y", "z", "w", "3. v"]);

    [Fact]
    public void Read_TextBoxes_BehindTheirParagraph() =>
        Lines(
            @"a{\shp{\*\shpinst\shpleft0{\sp{\sn n}{\sv v}}{\shptxt\pard b\par c{\shp{\*\shpinst"
            + @"{\shptxt d\par}}}\par}}{\shprslt{\*\do x}}}e\par f\par")
            .ShouldBe(["ae", "d", "b", "c", "f"]);

    [Fact]
    public void Read_Table_ValuesInTheSameColumns()
    {
        const string Row = @"\trowd\trleft-5\cellx1000\cellx2010\cellx3000\pard\intbl ";
        var content =
            @"\trowd\trleft0\cellx2000\cellx3000\pard\intbl a\cell b\cell\row"
            + Row + @"c\par d\cell 1\cell 2\cell\row" + Row.Replace(@"\cellx1000", @"\clvmrg\cellx1000")
            + @"\cell 3\cell\cell\row\pard x\par";

        Rows(content).ShouldBe(["a||b", "c\nd|1|2", "|3|"]);
    }

    [Fact]
    public void Read_CellWithNothingButASymbol_NotBlank() =>
        Rows(@"\trowd\cellx1000\cellx2000\intbl a\cell{\f2\u-4043?}\cell\row").ShouldBe(["a|□"]);

    [Fact]
    public void Read_CellsMergedAcross_OneCell() =>
        Rows(@"\trowd\clmgf\cellx1000\clmrg\cellx2000\cellx3000\intbl a\cell\cell 1\cell\row"
            + @"\trowd\cellx1000\cellx2000\cellx3000 b\cell c\cell 2\cell\row")
            .ShouldBe(["a||1", "b|c|2"]);

    [Theory]
    [InlineData(@"\trowd\cellx1000\cellx2000\intbl a\cell b\cell\pard x\par")]
    [InlineData(@"\trowd\cellx1000\cellx2000\intbl a\cell b\cell")]
    [InlineData(@"\trowd\cellx1000\cellx2000\intbl a\cell b\row\pard x\par")]
    [InlineData(@"\trowd\cellx1000\cellx2000 a\cell b\cell\row\pard x\par")]
    [InlineData(@"\trowd\cellx1000\cellx2000\intbl a\cell b\cell\trowd\cellx1000\cellx2000\row")]
    public void Read_RowWithoutAllOfItsEnds_Read(string content) => Rows(content).ShouldBe(["a|b"]);

    [Fact]
    public void Read_RowsWithoutEnds_EndAtTheNext() =>
        Rows(
            @"\trowd\cellx1000\cellx2000\pard\intbl a\cell b\cell \trowd\cellx1000\cellx2000\cellx3000\pard\intbl c\cell d\cell e\cell"
            + @"\trowd\cellx1000\cellx2000\pard\intbl f\cell g\cell\row\pard x\par")
            .ShouldBe(["a|b", "c|d|e", "f|g"]);

    [Fact]
    public void Read_ContinuedCellsEndedOncePerColumn_OneCell() =>
        Rows(
            Edges + @"\trowd\clvmgf\cellx2000\cellx3000\intbl a\cell 1\cell\row"
            + @"\trowd\clvmrg\cellx2000\cellx3000\intbl\cell\cell 2\cell\row")
            .ShouldBe(["x|y|z", "a||1", "||2"]);

    [Fact]
    public void Read_TableInATable_BothRead()
    {
        var lines = Lines(
            @"\trowd\cellx1000\cellx2000\pard\intbl a\par\pard\intbl\itap2 b\nestcell c\nestcell"
            + @"{\*\nesttableprops\trowd\cellx300\cellx600\nestrow}"
            + @"{\nonesttables\par}\pard\intbl\itap1 d\cell e\cell\row\pard f\par");

        lines.ShouldBe(["a", "b\tc", "d", "e", "f"]);
    }

    [Fact]
    public void Read_LastCellEndedTwiceBehindATableInACell_IsOneCell()
    {
        const string Row = @"\trowd\cellx1000\cellx2000\pard\intbl a\par\pard\intbl\itap2 b\nestcell"
            + @"{\*\nesttableprops\trowd\cellx300\nestrow}{\nonesttables\par}\pard\intbl\itap1 c\cell\trowd\cellx1000\cellx2000 d\cell";

        Lines(Row + @"\cell\row\pard e\par").ShouldBe(["a", "b", "c", "d", "e"]);
        Read(Row + @" lost\cell\row\pard e\par").Reason.ShouldBe(Reason.DamagedDocument);
    }

    [Theory]
    [InlineData(@"\trowd\cellx1000\cellx2000\intbl a\cell\row")]
    [InlineData(@"\trowd\cellx1000\intbl a\cell b\cell\row")]
    [InlineData(@"\trowd\clvmrg\cellx1000\intbl a\cell b\cell\row\trowd\intbl c\cell\row")]
    [InlineData(@"\trowd\cellx2000\cellx1000\intbl a\cell b\cell\row")]
    [InlineData(@"\trowd\cellx1000\cellx2000\intbl a\cell\pard x\par")]
    [InlineData(@"\trowd\cellx1000\cellx2000\intbl a\cell\trowd\cellx1000\cellx2000 b\cell c\cell\row")]
    [InlineData(@"\trowd\cellx1000\intbl a\cell b\row")]
    [InlineData(@"\trowd\cellx1000\cellx2000\intbl a\row")]
    [InlineData(@"\trowd\cellx1000\cellx2000\intbl a b\cell\row")]
    [InlineData(@"\trowd\clvmrg\cellx2000\cellx3000\intbl\cell\cell b\cell\row")]
    [InlineData(Edges + @"\trowd\clvmrg\cellx2000\cellx3000\intbl a\cell\cell b\cell\row")]
    [InlineData(Edges + @"\trowd\cellx2000\cellx3000\intbl\cell\cell b\cell\row")]
    [InlineData(Edges + @"\trowd\clvmrg\cellx2000\cellx3000\intbl\cell\cell b\cell c\cell\row")]
    [InlineData(@"a\par}b\par{")]
    [InlineData(@"a{{\par")]
    [InlineData(@"a\'4")]
    [InlineData(@"a\'zz\par")]
    [InlineData(@"a\bin99 x\par")]
    public void Read_StructureThatIsNotWhole_Damaged(string content) => Read(content).Reason.ShouldBe(Reason.DamagedDocument);

    [Theory]
    [InlineData(255, Reason.Unspecified)]
    [InlineData(256, Reason.DocumentTooLarge)]
    public void Read_Groups_RefusedAboveTheDepth(int depth, Reason reason) =>
        Read(new string('{', depth) + "a" + new string('}', depth)).Reason.ShouldBe(reason);

    [Fact]
    public void Read_NoText_EmptyDocument() => Read(@"\pard\par").Reason.ShouldBe(Reason.EmptyDocument);

    [Fact]
    public void Read_PicturesAlone_NoText() => Read(@"{\pict\pngblip 89504e47}\par").Reason.ShouldBe(Reason.NoText);

    [Theory]
    [InlineData("{\\rtf1 a}\r\n\0\0")]
    [InlineData("{\\rtf1 a} -- b")]
    [InlineData("{\\rtf1 a\\par")]
    [InlineData("{\\rtf1 a\\par\r\n\0")]
    public void Read_SloppyEnd_Read(string content) => ReadAll(content).Document.ShouldNotBeNull().Lines()[0].Text.ShouldBe("a");

    [Theory]
    [InlineData("{\\rtf1 a}\\par b}")]
    [InlineData("{\\rtf1 a\\par b")]
    [InlineData("{\\rtf1 {a\\par")]
    [InlineData("{\\rtf1 a\\par \\trowd\\cellx9\\cellx18 b\\cell")]
    public void Read_CutOff_Damaged(string content) => ReadAll(content).Reason.ShouldBe(Reason.DamagedDocument);

    private static IEnumerable<string> Lines(string content, string header = @"{\rtf1\ansi\ansicpg936")
    {
        var result = Read(content, header);
        result.Document.ShouldNotBeNull($"{result.Reason}").Format.ShouldBe("rtf");
        return result.Document.Lines().Select(paragraph => paragraph.Text);
    }

    private static IEnumerable<string> Rows(string content)
    {
        var result = Read(content);
        return result.Document.ShouldNotBeNull($"{result.Reason}").Lines().Where(paragraph => paragraph.Cells is not null)
            .Select(row => string.Join('|', row.Cells!.Select(cell => cell.Text)));
    }

    private static ReadResult Read(string content, string header = @"{\rtf1\ansi\ansicpg936") =>
        ReadAll($@"{header}\deff0{Fonts}\pard\plain {content}}}");

    private static ReadResult ReadAll(string content) => new DocumentReader(EngineLimits.Default).Read(Encoding.ASCII.GetBytes(content));
}
