using Validation.Engine.Tests.Documents.Zip;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Ofd;

/// <summary>Which parts of a file are read, and what of a page is text.</summary>
public sealed class OfdReaderTests
{
    private const string Content = "Doc_0/Pages/Page_0/Content.xml";
    private const string Root = "Doc_0/Document.xml";
    private const string Image = "<ImageObject Boundary='0 0 210 297' ResourceID='9'/>";

    [Fact]
    public void Read_File_Format() =>
        new OfdFile("").Read().Document.ShouldNotBeNull().Format.ShouldBe("ofd");

    [Theory]
    [InlineData("http://www.ofdspec.org/2016", "ofd")]
    [InlineData("http://www.ofdspec.org", "ofd")]
    [InlineData("urn:other", "x")]
    public void Read_AnyNamespaceAndPrefix_Read(string space, string prefix)
    {
        var file = new OfdFile(OfdFile.Text(20, 100, "标题"));
        foreach (var part in new[] { "OFD.xml", Root, Content })
        {
            var xml = file[part].Replace("</", "&", StringComparison.Ordinal).Replace("<", $"<{prefix}:", StringComparison.Ordinal)
                .Replace("&", $"</{prefix}:", StringComparison.Ordinal);
            file.With(part, xml.Insert(xml.IndexOfAny([' ', '>']), $" xmlns:{prefix}='{space}'"));
        }

        file.Texts.ShouldBe(["标题"]);
    }

    [Theory]
    [InlineData("Pages/Page_0/Content.xml")]
    [InlineData("./Pages/Page_0/Content.xml")]
    [InlineData("../Doc_0/Pages/Page_0/Content.xml")]
    [InlineData("/Doc_0/Pages/Page_0/Content.xml")]
    [InlineData("Doc_0/Pages/Page_0/Content.xml")]
    [InlineData(@"Pages\Page_0\Content.xml")]
    public void Read_PathsOfManyKinds_Found(string path)
    {
        var file = new OfdFile(OfdFile.Text(20, 100, "标题"));

        file.With(Root, file[Root].Replace("Pages/Page_0/Content.xml", path, StringComparison.Ordinal)).Texts.ShouldBe(["标题"]);
    }

    [Theory]
    [InlineData("../../Pages/Page_0/Content.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("Pages/Page_1/Content.xml")]
    [InlineData("")]
    public void Read_PageThatIsNotInThePackage_Damaged(string path)
    {
        var file = new OfdFile("");

        file.With(Root, file[Root].Replace("Pages/Page_0/Content.xml", path, StringComparison.Ordinal))
            .Read().Reason.ShouldBe(Reason.DamagedDocument);
    }

    [Theory]
    [InlineData("OFD.xml", "<OFD/>")]
    [InlineData("OFD.xml", "<OFD><DocBody><DocRoot>Doc_9/Document.xml</DocRoot></DocBody></OFD>")]
    [InlineData("OFD.xml", "<OFD><DocBody>")]
    [InlineData("OFD.xml", "<!DOCTYPE OFD [<!ENTITY a 'b'>]><OFD/>")]
    [InlineData(Root, "<Document><Pages/></Document>")]
    [InlineData(Root, "<Document><CommonData><TemplatePage ID='5' BaseLoc='no.xml'/></CommonData></Document>")]
    [InlineData(Root, "<Document><CommonData><PageArea><PhysicalBox>0 0 210</PhysicalBox></PageArea></CommonData></Document>")]
    [InlineData(Content, "<Page><Content><Layer><CompositeObject Boundary='0 0 9 9' ResourceID='8'/></Layer></Content></Page>")]
    [InlineData(Content, "<Page><Content><Layer>5' Size='4'></Layer></Content></Page>")]
    [InlineData(Content, "<Page><Content><Layer><TextObject Size='4'/></Layer></Content></Page>")]
    [InlineData(Content, "<Page><Content><Layer><TextObject Boundary='0 0 9 9'/></Layer></Content></Page>")]
    [InlineData(Content, "<Page><Content><Layer><CompositeObject ResourceID='8'/></Layer></Content></Page>")]
    [InlineData(Content, "<Page><Content><Layer><TextObject Size='4' Boundary='0 0 1 x'/></Layer></Content></Page>")]
    [InlineData(Content, "<Page><Content><Layer><TextObject Boundary='0 0 9 9' Size='4' CTM='1 0 0 1'/></Layer></Content></Page>")]
    [InlineData(Content, "<Page><Content><Layer><TextObject Boundary='0 0 9 9' Size='NaN'/></Layer></Content></Page>")]
    public void Read_BrokenPart_Damaged(string part, string xml) =>
        new OfdFile("").With(part, xml).Read().Reason.ShouldBe(Reason.DamagedDocument);

    [Theory]
    [InlineData("", "DeltaX='g'")]
    [InlineData("", "DeltaX='g 3'")]
    [InlineData("", "DeltaX='two'")]
    [InlineData("", "></TextCode>X='0'<TextCode")]
    [InlineData("", "X='left'")]
    [InlineData("CTM='1e308 0 0 1e308 0 0'", "X='99'")]
    public void Read_TextThatStandsNowhere_Damaged(string attributes, string place) =>
        new OfdFile($"<TextObject Boundary='0 0 9 9' Size='4' {attributes}><TextCode {place}>12</TextCode></TextObject>").Read().Reason
            .ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_EncryptedFile_Encrypted()
    {
        ZipFile.Read(ZipFile.Of([("Encryptions.xml", "<Encryptions/>"u8.ToArray()), ("decryptseed.dat", [1, 2]), ("enc/0.dat", [3])]))
            .Reason.ShouldBe(Reason.EncryptedDocument);
        new OfdFile("").With("Encryptions.xml", "<Encryptions/>").Read().Reason.ShouldBe(Reason.EncryptedDocument);
    }

    [Fact]
    public void Read_SeveralDocuments_OneBehindTheOther()
    {
        var file = new OfdFile(OfdFile.Text(20, 100, "甲"))
            .With("Doc_1/Document.xml", "<Document><Pages><Page BaseLoc='P.xml'/></Pages></Document>")
            .With("Doc_1/P.xml", OfdFile.Page(OfdFile.Layer(OfdFile.Text(20, 100, "乙"))))
            .With("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody>"
                + "<DocBody><DocRoot>/Doc_1/Document.xml</DocRoot></DocBody></OFD>");

        file.Lines.Select(line => $"{line.Position.ToLocation().Page} {line.Text}").ShouldBe(["1 甲", "2 乙"]);
    }

    [Theory]
    [InlineData("true", "乙")]
    [InlineData("false", "甲")]
    public void Read_SeveralVersions_TheCurrentOne(string isCurrent, string text)
    {
        var file = new OfdFile(OfdFile.Text(20, 100, "甲"));
        file.With("Doc_0/V/Page.xml", file[Content].Replace("甲", "乙", StringComparison.Ordinal))
            .With("Doc_0/V/Document.xml", "<Document><Pages><Page BaseLoc='Page.xml'/></Pages></Document>")
            .With("Doc_0/V/Version.xml", "<DocVersion ID='1'><FileList/><DocRoot>Document.xml</DocRoot></DocVersion>")
            .With("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot><Versions>"
                + $"<Version ID='1' Index='1' Current='{isCurrent}' BaseLoc='Doc_0/V/Version.xml'/></Versions></DocBody></OFD>");

        file.Texts.ShouldBe([text]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ZOrder='Background'")]
    [InlineData("ZOrder='Foreground'")]
    public void Read_TemplatePage_PartOfThePage(string order) =>
        new OfdFile(
            OfdFile.Text(20, 100, "正文"),
            $"<Template TemplateID='5' {order}/><Template TemplateID='6'/>",
            "<TemplatePage ID='5' BaseLoc='Tpls/T.xml'/>")
            .With("Doc_0/Tpls/T.xml", OfdFile.Page(OfdFile.Layer(OfdFile.Text(20, 50, "题目")), "<Template TemplateID='5'/>"))
            .Texts.ShouldBe(["题目", "正文"]);

    [Fact]
    public void Read_BlocksInBlocks_TheirText() =>
        new OfdFile($"<PageBlock ID='7'><PageBlock/><PageBlock>{OfdFile.Text(20, 100, "块中")}</PageBlock></PageBlock>"
            + OfdFile.Text(20, 120, "块后"))
            .Texts.ShouldBe(["块中", "块后"]);

    [Theory]
    [InlineData("<PublicRes>R.xml</PublicRes>", "")]
    [InlineData("<DocumentRes>none.xml</DocumentRes><DocumentRes>R.xml</DocumentRes>", "")]
    [InlineData("", "<PageRes>/Doc_0/R.xml</PageRes>")]
    public void Read_Composite_ItsTextAtItsPlace(string common, string beside)
    {
        var units = "<CompositeGraphicUnit ID='7'><Content/></CompositeGraphicUnit>"
            + $"<CompositeGraphicUnit ID='8'><Content>{OfdFile.Text(20, 40, "图元", 2)}</Content></CompositeGraphicUnit>";
        var file = new OfdFile("<CompositeObject Boundary='10 20 200 200' CTM='2 0 0 2 0 0' ResourceID='8'/>", beside, common)
            .With("Doc_0/R.xml", $"<Res><Fonts><Font ID='3'/></Fonts><CompositeGraphicUnits>{units}</CompositeGraphicUnits></Res>");

        var line = file.Lines.ShouldHaveSingleItem();

        line.Text.ShouldBe("图元");
        var box = line.Position.ToLocation().Box;
        (box.X * 25.4 / 72).ShouldBe(10 + (2 * 20), 0.01);
        (box.Width * 25.4 / 72).ShouldBe(8, 0.01);
    }

    [Theory]
    [InlineData("Visible='false'")]
    [InlineData("Alpha='0'")]
    [InlineData("Fill='false'")]
    public void Read_InvisibleText_NotRead(string attributes)
    {
        new OfdFile(OfdFile.Text(20, 100, "看不见", attributes: attributes)).Texts.ShouldBeEmpty();
        new OfdFile(OfdFile.Text(20, 100, "看得见", attributes: attributes.Replace("'0'", "'128'", StringComparison.Ordinal)
            .Replace("'false'", "'true'", StringComparison.Ordinal))).Texts.ShouldBe(["看得见"]);
    }

    [Fact]
    public void Read_TransparentColour_NotRead() =>
        new OfdFile(OfdFile.Object(20, 100, "<FillColor Value='0 0 0' Alpha='0'/><TextCode X='0' Y='4'>看不见</TextCode>"))
            .Texts.ShouldBeEmpty();

    [Fact]
    public void Read_TextThatIsNoneOfThePage_NotRead()
    {
        var text = OfdFile.Text(20, 100, "不是正文");

        new OfdFile(
            $"<PathObject><FillColor><Pattern><CellContent>{text}</CellContent></Pattern></FillColor></PathObject>"
                + OfdFile.Object(20, 120, $"<Clips><Clip><Area>{text}</Area></Clip></Clips><TextCode X='0' Y='4'>正文</TextCode>"),
            $"<Actions>{text}</Actions>")
            .With("Doc_0/Annots/Annot_0.xml", $"<PageAnnot><Annot Type='Watermark'><Appearance>{text}</Appearance></Annot></PageAnnot>")
            .Texts.ShouldBe(["正文"]);
    }

    [Theory]
    [InlineData("Background", false)]
    [InlineData("Foreground", false)]
    [InlineData("Body", true)]
    public void Read_TurnedTextBehindThePage_NotRead(string type, bool isRead)
    {
        var file = new OfdFile("");
        var mark = OfdFile.Layer("<TextObject Boundary='0 0 210 297' CTM='0.7 0.7 -0.7 0.7 60 60' Size='9'>"
            + "<TextCode X='0' Y='9'>草</TextCode></TextObject>", type);

        file.With(Content, file[Content].Replace("<Content>", $"<Content>{mark}", StringComparison.Ordinal)).Texts.Any().ShouldBe(isRead);
    }

    [Theory]
    [InlineData("<PhysicalBox>10 20 210 297</PhysicalBox>", 40, 80)]
    [InlineData("<PhysicalBox>0 0 210 297</PhysicalBox><ApplicationBox>5 5 200 290</ApplicationBox>", 50, 100)]
    [InlineData("<ApplicationBox>5 5 200 290</ApplicationBox>", 50, 100)]
    public void Read_AreaOfAPage_PlacesFromItsCorner(string area, double x, double line)
    {
        var box = new OfdFile(OfdFile.Text(50, 100, "标题"), $"<Area>{area}</Area>").Lines.ShouldHaveSingleItem().Position.ToLocation().Box;

        (box.X * 25.4 / 72).ShouldBe(x, 0.01);
        (box.Y * 25.4 / 72).ShouldBe(line - (0.95 * 4), 0.01);
    }

    [Fact]
    public void Read_TextOutsideOfWhatIsShown_NotRead() =>
        new OfdFile(
            OfdFile.Text(20, 10, "裁去"),
            "<Area><PhysicalBox>0 0 210 297</PhysicalBox><ApplicationBox>0 50 210 247</ApplicationBox></Area>")
            .Texts.ShouldBeEmpty();

    [Fact]
    public void Read_CharactersOfAScanThatAProgramGuessed_NoText()
    {
        var guessed = string.Concat(Enumerable.Range(0, 20)
            .Select(i => OfdFile.Text(20, 20 + (10 * i), OfdFile.LastLine, attributes: "Alpha='0'")));

        new OfdFile(Image + guessed).Read().Reason.ShouldBe(Reason.NoText);
        new OfdFile(guessed).Read().Reason.ShouldBe(Reason.Unspecified);
    }

    [Fact]
    public void Read_ImagesOnly_NoText()
    {
        var result = new OfdFile("").With(Content, OfdFile.Page(OfdFile.Layer(Image))).Read();

        result.Reason.ShouldBe(Reason.NoText);
        Texts.Why(result.Reason, result.FoundFormat, EngineLimits.Default).ShouldStartWith("这份文件只有图片");
    }

    [Theory]
    [InlineData("<TextCode X='0' Y='4'></TextCode>", Reason.NoText)]
    [InlineData("<TextCode X='0' Y='4'>               </TextCode>", Reason.Unspecified)]
    [InlineData("<TextCode X='0' Y='4'>󰀀󰀁󰀂󰀃󰀄󰀅󰀆󰀇󰀈󰀉󰀊󰀋󰀌󰀍󰀎</TextCode>", Reason.NoText)]
    [InlineData("<TextCode X='0' Y='4'>二〇二四年度工作报告的内容如下</TextCode>", Reason.Unspecified)]
    public void Read_GlyphsWithoutCharacters_NoText(string code, Reason reason) =>
        new OfdFile(OfdFile.Object(20, 100, $"<CGTransform CodePosition='0' CodeCount='15' GlyphCount='15'/>{code}"))
            .Read().Reason.ShouldBe(reason);
}
