using Validation.Engine.Tests.Documents.Docx;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Zip;

public sealed class PackageReaderTests
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

    [Theory]
    [InlineData("xl/workbook.xml", Texts.Formats.Spreadsheet)]
    [InlineData("xl/workbook.bin", Texts.Formats.Spreadsheet)]
    [InlineData("ppt/presentation.xml", Texts.Formats.Presentation)]
    public void Read_OtherOfficeFile_UnsupportedWithItsName(string main, string name) =>
        Found([("_rels/.rels", Relationships(Office, main)), (main, DocxFile.Bytes("<x/>"))]).ShouldBe((Reason.UnsupportedFormat, name));

    [Fact]
    public void Read_PackageOfOtherKind_Archive() =>
        Found([("_rels/.rels", Relationships("http://schemas.microsoft.com/visio/2010/relationships/document", "visio/document.xml"))])
            .ShouldBe((Reason.UnsupportedFormat, Texts.Formats.Archive));

    [Theory]
    [InlineData("报告.docx", Texts.Formats.Archive)]
    [InlineData("folder/a.txt", Texts.Formats.Archive)]
    public void Read_OtherZip_UnsupportedWithItsName(string entry, string name) =>
        Found([(entry, DocxFile.Of(DocxFile.P("a")))]).ShouldBe((Reason.UnsupportedFormat, name));

    [Theory]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet", Texts.Formats.OpenDocument)]
    [InlineData("application/vnd.oasis.opendocument.presentation", Texts.Formats.OpenDocument)]
    [InlineData("application/epub+zip", Texts.Formats.Book)]
    [InlineData("application/vnd.sun.xml.writer", Texts.Formats.Archive)]
    public void Read_OtherMimeType_UnsupportedWithItsName(string type, string name) =>
        Found([("mimetype", DocxFile.Bytes(type)), ("content.xml", DocxFile.Bytes("<x/>"))]).ShouldBe((Reason.UnsupportedFormat, name));

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("word/embeddings/oleObject1.bin")]
    public void Read_FileWithMacrosOrObjects_Read(string entry) =>
        Found([.. DocxFile.Parts(DocxFile.P("a")), (entry, [1, 2, 3])]).ShouldBe((Reason.Unspecified, null));

    [Theory]
    [InlineData("<w:altChunk/>")]
    [InlineData("<w:p><w:subDoc/></w:p>")]
    public void Read_TextInAnotherFile_UnsupportedWithWhatToDo(string element) =>
        Found(DocxFile.Parts(DocxFile.P("a") + element)).ShouldBe((Reason.UnsupportedFormat, Texts.Formats.CompositeWord));

    [Fact]
    public void Read_Docx_Format() => ZipFile.Read(DocxFile.Of(DocxFile.P("a"))).Document.ShouldNotBeNull().Format.ShouldBe("docx");

    [Theory]
    [InlineData("")]
    [InlineData("<w:p/>")]
    [InlineData("<w:p><w:r><w:t xml:space='preserve'>  </w:t></w:r></w:p>")]
    public void Read_DocxWithoutText_EmptyDocument(string body) => ZipFile.Read(DocxFile.Of(body)).Reason.ShouldBe(Reason.EmptyDocument);

    [Theory]
    [InlineData("<w:p><w:r><w:drawing/></w:r></w:p>")]
    [InlineData("<w:tbl><w:tr><w:tc><w:p><w:r><w:pict/></w:r></w:p></w:tc></w:tr></w:tbl>")]
    [InlineData("<w:p><w:r><w:object/></w:r></w:p>")]
    public void Read_DocxOfPicturesAlone_NoText(string body) => ZipFile.Read(DocxFile.Of(body)).Reason.ShouldBe(Reason.NoText);

    private static (Reason, string?) Found(IEnumerable<(string, byte[])> entries)
    {
        var result = ZipFile.Read(ZipFile.Of(entries));
        return (result.Reason, result.FoundFormat);
    }

    private static byte[] Relationships(string type, string target) =>
        DocxFile.Bytes($"<Relationships><Relationship Type='{type}' Target='{target}'/></Relationships>");
}
