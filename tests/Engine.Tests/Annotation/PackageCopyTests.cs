using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Validation.Engine.Annotation;
using Validation.Engine.Tests.Documents.Docx;
using Validation.V1;
using ZipFile = Validation.Engine.Tests.Documents.Zip.ZipFile;

namespace Validation.Engine.Tests.Annotation;

/// <summary>Packages of every make are copied byte by byte, or honestly refused.</summary>
public sealed class PackageCopyTests
{
    private const string Main = "word/document.xml";
    private const string Body = "<w:p><w:r><w:t>前今年收到13件。后</w:t></w:r></w:p>";
    private const string Words = "今年收到13件。";

    [Fact]
    public void Annotate_StrictDocument_NamesAndTypesAreStrict()
    {
        var file = AnnotatedFile.At(DocxFile.Of(Body, isStrict: true), Words).ShouldDifferByCommentsAlone();

        file.Marked().ShouldBe([Words]);
        file.Part("word/comments.xml").ShouldContain(DocxFile.Strict);
        file.Part("word/_rels/document.xml.rels").ShouldContain("http://purl.oclc.org/ooxml/officeDocument/relationships/comments");
    }

    [Theory]
    [InlineData("<x:document xmlns:x='{0}'><x:body><x:p><x:r><x:t>前今年收到13件。后</x:t></x:r></x:p></x:body></x:document>")]
    [InlineData("<document xmlns='{0}'><body><p><r><t>前今年收到13件。后</t></r></p></body></document>")]
    [InlineData("\uFEFF<?xml version='1.0' encoding='utf-8'?>"
        + "<w:document xmlns:w='{0}'><w:body><w:p><w:r><w:t>前今年收到13件。后</w:t></w:r></w:p></w:body></w:document>")]
    [InlineData("<!-- <a> --><?x <b> ?><w:document a='>' xmlns:w='{0}'><w:body>"
        + "<w:p b=\"'>\"><w:r><w:t>前今年收到13件。后</w:t></w:r></w:p></w:body></w:document><!-- </w:p> -->")]
    public void Annotate_OtherSpelling_IsKept(string xml)
    {
        var document = DocxFile.Bytes(xml.Replace("{0}", DocxFile.Transitional, StringComparison.Ordinal));

        AnnotatedFile.At(With(document), Words).ShouldDifferByCommentsAlone().Marked().ShouldBe([Words]);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Annotate_Utf16_StaysUtf16(bool hasMark, bool isBig)
    {
        var encoding = new UnicodeEncoding(isBig, hasMark);
        var text = $"<?xml version='1.0' encoding='utf-16'?>{Document(Body)}";
        byte[] document = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

        var file = AnnotatedFile.At(With(document), Words);

        using var archive = new ZipArchive(new MemoryStream(file.Content));
        using var part = archive.GetEntry(Main)!.Open();
        using var reader = new StreamReader(part, encoding);
        Unmarked.Is(reader.ReadToEnd(), text, []).ShouldBeTrue();
    }

    [Fact]
    public void Annotate_EncodingThatPackagesDoNotHave_Refused()
    {
        var text = $"<?xml version='1.0' encoding='iso-8859-1'?>{Document(DocxFile.P("13"))}";

        var copy = AnnotatedFile.Copy(With(Encoding.Latin1.GetBytes(text)), new Report(), new Finding { RuleId = "r" });

        copy.Obstacle.ShouldBe(CopyObstacle.NotPossible);
        copy.ObstacleText.ShouldNotBeEmpty();
        copy.Content.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Annotate_CommentsThatAreThere_StayWithTheirIds()
    {
        const string Template = "http://192.0.2.1/t.dotm' TargetMode='External'";
        const string Marks = "<w:p><w:commentRangeStart w:id='0'/><w:r><w:t>旧</w:t></w:r><w:commentRangeEnd w:id='0'/>"
            + "<w:r><w:commentReference w:id='0'/></w:r><w:commentRangeStart w:id='3'/></w:p>";
        const string Two = "<c:comment c:id='0' c:author='李'/><c:comment c:id='1'/>";
        var comments = $"<c:comments xmlns:c='{DocxFile.Transitional}'>{Two}</c:comments> ";
        var parts = DocxFile.Parts(Body + Marks).Select(part => part.Name.EndsWith("document.xml.rels", StringComparison.Ordinal)
            ? (part.Name, Replace(Replace(part.Content, "/attachedTemplate'", "/comments'"), Template, "comments.xml'"))
            : part);

        var file = AnnotatedFile.At(ZipFile.Of(parts.Append(("word/comments.xml", DocxFile.Bytes(comments)))), Words, "旧");

        file.Part("word/comments.xml").ShouldStartWith(comments[..comments.IndexOf("</c:comments>", StringComparison.Ordinal)]);
        file.Part("word/comments.xml").ShouldEndWith("</c:comment></c:comments> ");
        file.Part("word/comments.xml").ShouldContain("<c:comment c:id=\"2\"");
        file.Part("word/comments.xml").ShouldContain("<c:comment c:id=\"4\"");
    }

    [Fact]
    public void Annotate_MainPartElsewhereWithoutRelationships_TheyAreMade()
    {
        var parts = DocxFile.Parts(Body).Where(part => !part.Name.StartsWith("word/_rels", StringComparison.Ordinal)).Select(part =>
            part.Name == Main ? ("文/main.xml", part.Content)
            : part.Name == "_rels/.rels" ? (part.Name, Replace(part.Content, "word/document.xml", "/文/main.xml"))
            : part);

        var file = AnnotatedFile.At(ZipFile.Of(parts), Words).ShouldDifferByCommentsAlone("文/main.xml");

        file.Part("文/_rels/main.xml.rels").ShouldContain("Target=\"comments.xml\"");
        file.Part("[Content_Types].xml").ShouldContain("PartName=\"/文/comments.xml\"");
        file.Marked("文/main.xml").ShouldBe([Words]);
    }

    [Fact]
    public void Annotate_LengthsBehindTheContent_OtherEntriesKeepThem()
    {
        // Written to a stream that cannot seek, the lengths of each entry stand behind it.
        var file = new MemoryStream();
        using (var archive = new ZipArchive(new Unseekable(file), ZipArchiveMode.Create))
        {
            foreach (var (name, content) in DocxFile.Parts(Body, styles: "<w:style w:styleId='a'/>"))
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        AnnotatedFile.At(file.ToArray(), Words).ShouldDifferByCommentsAlone().Marked().ShouldBe([Words]);
    }

    [Fact]
    public void Annotate_Zip64Fields_OtherEntriesKeepThem()
    {
        var docx = Zip64(DocxFile.Of(Body, styles: "<w:style w:styleId='a'/>"));

        AnnotatedFile.At(docx, Words).ShouldDifferByCommentsAlone().Marked().ShouldBe([Words]);
    }

    [Fact]
    public void Annotate_CommentOfTheFileAndBytesBeforeIt_Stay()
    {
        var docx = DocxFile.Of(Body);
        docx[^2] = 3;
        docx = [.. docx, .. "abc"u8];

        var file = AnnotatedFile.At(docx, Words).ShouldDifferByCommentsAlone();

        file.Content[^5..].ShouldBe([3, 0, .. "abc"u8]);
    }

    [Fact]
    public void Annotate_SameDraftAndDate_SameBytes()
    {
        var docx = DocxFile.Of(Body);

        AnnotatedFile.At(docx, Words).Content.ShouldBe(AnnotatedFile.At(docx, Words).Content);
    }

    [Fact]
    public void Annotate_NoContentTypes_Refused()
    {
        var parts = DocxFile.Parts(Body).Where(part => part.Name != "[Content_Types].xml");

        AnnotatedFile.Copy(ZipFile.Of(parts), new Report(), new Finding { RuleId = "r" }).Obstacle.ShouldBe(CopyObstacle.NotPossible);
    }

    [Fact]
    public void Annotate_PartsThatAreNotRead_MayHoldAnything()
    {
        // Nothing of it is inflated: a bomb stays what it is.
        var parts = DocxFile.Parts(Body).Append(("word/media/a.bin", new byte[40_000_000]));

        AnnotatedFile.At(ZipFile.Of(parts), Words).ShouldDifferByCommentsAlone();
    }

    private static string Document(string body) => $"<w:document xmlns:w='{DocxFile.Transitional}'><w:body>{body}</w:body></w:document>";

    private static byte[] With(byte[] document) =>
        ZipFile.Of(DocxFile.Parts(Body).Select(part => part.Name == Main ? (part.Name, document) : part));

    private static byte[] Replace(byte[] content, string old, string by) =>
        DocxFile.Bytes(Encoding.UTF8.GetString(content).Replace(old, by, StringComparison.Ordinal));

    // Every length and place of the directory stands in a field of 64 bits. [APPNOTE] 4.5.3
    private static byte[] Zip64(byte[] file)
    {
        var end = file.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var at = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(end + 16));
        var result = file[..at].ToList();
        while (at < end)
        {
            var name = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 28));
            var header = file.AsSpan(at, 46 + name).ToArray();
            var field = new byte[28];
            field[0] = 1;
            field[2] = 24;
            foreach (var (from, to) in new[] { (24, 4), (20, 12), (42, 20) })
            {
                header.AsSpan(from, 4).CopyTo(field.AsSpan(to));
                header.AsSpan(from, 4).Fill(0xFF);
            }

            header[30] = 28;
            result.AddRange([.. header, .. field]);
            at += 46 + name;
        }

        result.AddRange(file[end..]);
        return [.. result];
    }

    private sealed class Unseekable(MemoryStream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
