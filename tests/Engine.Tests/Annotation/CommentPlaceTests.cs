using Validation.V1;
using static Validation.Engine.Tests.Documents.Docx.DocxFile;

namespace Validation.Engine.Tests.Annotation;

/// <summary>Comments stand at the words that they are about, however the words are written.</summary>
public sealed class CommentPlaceTests
{
    private const string Change = "w:id='9' w:author='张' w:date='2024-01-01T00:00:00Z'";

    [Theory]
    [InlineData("<w:p><w:r><w:t>今年收到13件。</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>前文。今年</w:t></w:r><w:r><w:t>收</w:t></w:r><w:r><w:t>到13件。后文。</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:pPr><w:jc w:val='left'/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>前&amp;今年收到&#49;3件。&#x1F600;</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>前</w:t><w:tab/><w:t>今年收到13件。</w:t><w:br/><w:t>后</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:ins " + Change + "><w:r><w:t>前今年收</w:t></w:r></w:ins><w:r><w:t>到13件。后</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>前今年收</w:t></w:r><w:ins " + Change + "><w:r><w:t>到13件。后</w:t></w:r></w:ins></w:p>")]
    [InlineData("<w:p><w:r><w:t>今年</w:t></w:r><w:del " + Change + "><w:r><w:delText>没</w:delText></w:r></w:del>"
        + "<w:r><w:t>收到13件。</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:moveTo " + Change + "><w:r><w:t>今年收到13件。</w:t></w:r></w:moveTo></w:p>")]
    [InlineData("<w:p><w:hyperlink w:anchor='x'><w:r><w:t>前今年收到13件。后</w:t></w:r></w:hyperlink></w:p>")]
    [InlineData("<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>前今年收到13件。后</w:t></w:r></w:sdtContent></w:sdt></w:p>")]
    [InlineData("<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>前今年收到13件。后</w:t></w:r></w:p></w:sdtContent></w:sdt>")]
    [InlineData("<w:p><w:r><w:t><![CDATA[今年收到13件。]]></w:t></w:r></w:p>")]
    [InlineData("<w:p><!-- <w:p> --><w:r><?x <w:r> ?><w:t >前今年收到13件。后</w:t ></w:r ></w:p>")]
    [InlineData("<w:p><w:r><w:t xml:space='preserve'>前 今年收到13件。 后</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:pPr><w:rPr><w:del " + Change + "/></w:rPr></w:pPr><w:r><w:t>今年收</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>到13件。</w:t></w:r></w:p>")]
    [InlineData("<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/><w:p><w:r><w:t>前今年收到13件。后</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        + "<w:p/></w:tc></w:tr></w:tbl>")]
    public void Annotate_WordsOfAParagraph_TheyAndNoOthersAreMarked(string body)
    {
        var file = AnnotatedFile.At(Of(body), "今年收到13件。").ShouldDifferByCommentsAlone();

        file.Marked().ShouldHaveSingleItem().Replace("|", string.Empty, StringComparison.Ordinal).ShouldBe("今年收到13件。");
    }

    [Theory]
    [InlineData("<w:p><w:fldSimple w:instr='X'><w:r><w:t>前今年收到13件。后</w:t></w:r></w:fldSimple></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:rPrChange " + Change + "><w:rPr/></w:rPrChange></w:rPr><w:t>前今年收到13件。后</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>前<![CDATA[今年收到13件。]]>后</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>前</w:t></w:r><mc:AlternateContent><mc:Choice Requires='w14'><w:r><w:t>今年收到13件。</w:t></w:r></mc:Choice>"
        + "<mc:Fallback><w:r><w:t>别的</w:t></w:r></mc:Fallback></mc:AlternateContent><w:r><w:t>后</w:t></w:r></w:p>")]
    public void Annotate_WordsThatCannotBeParted_TheLeastAroundThemIsMarked(string body)
    {
        var file = AnnotatedFile.At(Of(body), "今年收到13件。").ShouldDifferByCommentsAlone();

        file.Marked().ShouldHaveSingleItem().ShouldContain("今年收到13件。");
    }

    [Fact]
    public void Annotate_WordsInATextBox_TheBoxIsMarkedInItsParagraph()
    {
        const string Content = "<w:txbxContent><w:p><w:r><w:t>今年收到13件。</w:t></w:r></w:p></w:txbxContent>";
        const string Shape = $"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{Content}</wps:txbx></w:drawing></mc:Choice>";
        const string Old = $"<mc:Fallback><w:pict><v:textbox>{Content}</v:textbox></w:pict></mc:Fallback>";
        const string Box = $"<w:r><mc:AlternateContent>{Shape}{Old}</mc:AlternateContent></w:r>";

        var file = AnnotatedFile.At(Of($"<w:p><w:r><w:t>前</w:t></w:r>{Box}<w:r><w:t>后</w:t></w:r></w:p>"), "今年收到13件。");

        file.ShouldDifferByCommentsAlone();
        file.Marked().ShouldHaveSingleItem().ShouldBe("|今年收到13件。|今年收到13件。");
    }

    [Fact]
    public void Annotate_Sentences_EachFindingWithoutWordsTakesItsSentence()
    {
        var docx = Of(P("一是甲。二是乙；三是", "丙。四是丁"));
        var location = AnnotatedFile.Places(docx)[0].Location;
        Finding[] findings = [.. new[] { 1, 5, 9, 13 }.Select(column =>
        {
            var there = location.Clone();
            there.Column = column;
            return new Finding { RuleId = "r", Location = there };
        })];

        var file = AnnotatedFile.Of(docx, findings).ShouldDifferByCommentsAlone();

        file.Marked().ShouldBe(["一是甲。", "二是乙；", "三是丙。", "四是丁"]);
    }

    [Fact]
    public void Annotate_Cells_EachIsMarkedAsAWhole()
    {
        const string Empty = "<w:tc><w:tcPr/><w:p/></w:tc>";
        var body = P("前") + Table(Row(Cell("名称"), Cell("数/量"), Cell("乙")), Row(Cell("规章"), Empty, Cell("7")));
        var docx = Of(body);
        var cells = AnnotatedFile.Places(docx).Skip(1);
        Finding[] findings = [.. cells.Select(cell => new Finding { RuleId = "r", Location = cell.Location })];

        var file = AnnotatedFile.Of(docx, findings).ShouldDifferByCommentsAlone();

        file.Marked().ShouldBe(["名称", "数|量", "乙", "规章", "", "7"]);
        file.Part("word/document.xml").ShouldContain(
            "<w:tcPr/><w:p><w:commentRangeStart w:id=\"4\"/>"
            + "<w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r></w:p>");
    }

    [Fact]
    public void Annotate_SeveralFindingsAtOnePlace_CommentsOfTheirOwnInOrder()
    {
        var docx = Of(P("收到13件。") + P("收到14件。"));
        var places = AnnotatedFile.Places(docx);
        Finding At(int place) => new() { RuleId = "r", Location = places[place].Location };

        var file = AnnotatedFile.Of(docx, At(1), At(0), At(1)).ShouldDifferByCommentsAlone();

        file.Marked().ShouldBe(["收到14件。", "收到13件。", "收到14件。"]);
        file.Part("word/document.xml").ShouldContain(
            "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
            + "<w:commentRangeEnd w:id=\"2\"/><w:r><w:commentReference w:id=\"2\"/></w:r>");
    }

    [Fact]
    public void Annotate_WhatIsAbsent_MarksTheHeadingOfItsSectionElseTheTitle()
    {
        var docx = Of(P("某某市2024年") + P("政府信息公开工作年度报告") + P("一、总体情况") + P("内容。") + P("五、存在的主要问题"));
        var places = AnnotatedFile.Places(docx);
        var report = new Report
        {
            Title = "某某市2024年政府信息公开工作年度报告",
            Sections =
            {
                new Section { Ordinal = 1, Heading = "一、总体情况", Location = places[2].Location },
                new Section { Ordinal = 5, Heading = "五、存在的主要问题", Location = places[4].Location },
            },
        };
        Finding In(string section) => new() { RuleId = "r", Section = section };

        var file = AnnotatedFile.Of(docx, report, In("五、存在的主要问题及改进情况"), In("二、主动公开政府信息情况"), In(string.Empty));

        file.ShouldDifferByCommentsAlone().Marked().ShouldBe(["五、存在的主要问题", "某某市2024年", "某某市2024年"]);
    }

    [Fact]
    public void Annotate_NumberedParagraph_TheNumberOfTheListMovesNothing()
    {
        const string Numbering = "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
            + "<w:lvlText w:val='%1、'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";
        const string Properties = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>";

        var docx = Of($"<w:p>{Properties}{R("前今年收到13件。后")}</w:p>", numbering: Numbering);

        AnnotatedFile.At(docx, "今年收到13件。").ShouldDifferByCommentsAlone().Marked().ShouldBe(["今年收到13件。"]);
        AnnotatedFile.At(docx, "1、").ShouldDifferByCommentsAlone().Marked().ShouldHaveSingleItem().ShouldContain("前今年");
    }
}
