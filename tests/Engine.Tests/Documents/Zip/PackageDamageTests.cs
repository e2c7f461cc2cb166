using System.Buffers.Binary;
using System.Text;
using Validation.Engine.Tests.Documents.Docx;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Zip;

public sealed class PackageDamageTests
{
    private const string Main = "word/document.xml";

    private static readonly byte[] File = DocxFile.Of(
        DocxFile.P("某某市2024年政府信息公开工作年度报告") + DocxFile.Table(DocxFile.Row(DocxFile.Cell("规章"), DocxFile.Cell("5"))),
        "<w:style w:styleId='a'/>");

    [Fact]
    public void Read_BadChecksumInDirectory_Damaged() => Patched(16, 1).ShouldBe(Reason.DamagedDocument);

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(-500)]
    [InlineData(100_000)]
    public void Read_LyingLength_Damaged(int more) => Patched(24, more).ShouldBe(Reason.DamagedDocument);

    [Theory]
    [InlineData(-100)]
    [InlineData(1_000_000)]
    public void Read_LyingPackedLength_Damaged(int more) => Patched(20, more).ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_OffsetBeyondTheFile_Damaged() => Patched(42, 1_000_000).ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_UnknownMethod_Damaged() => Patched(10, 1).ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_EntryWithPassword_Encrypted()
    {
        var file = File.ToArray();
        file[ZipFile.HeaderOf(file, Main) + 8] |= 1;

        ZipFile.Read(file).Reason.ShouldBe(Reason.EncryptedDocument);
    }

    [Fact]
    public void Read_ChecksumOfPartThatIsNotRead_NoMatter()
    {
        var file = File.ToArray();
        file[ZipFile.HeaderOf(file, "[Content_Types].xml") + 16]++;

        ZipFile.Read(file).Reason.ShouldBe(Reason.Unspecified);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(99)]
    public void Read_Truncated_Damaged(int percent) =>
        ZipFile.Read(File[..(File.Length * percent / 100)]).Reason.ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_TruncatedAnywhere_NeverRead()
    {
        for (var length = 4; length < File.Length; length++)
        {
            ZipFile.Read(File[..length]).Document.ShouldBeNull($"{length} bytes");
        }
    }

    [Fact]
    public void Read_AnyByteChanged_SameTextOrNone()
    {
        var expected = ZipFile.Lines(ZipFile.Read(File));

        for (var i = 0; i < File.Length; i++)
        {
            foreach (var flip in new byte[] { 0x01, 0x80, 0xFF })
            {
                var file = File.ToArray();
                file[i] ^= flip;
                var result = ZipFile.Read(file);
                (result.Document is not { Format: "docx" } || expected.SequenceEqual(ZipFile.Lines(result)))
                    .ShouldBeTrue($"byte {i}");
            }
        }
    }

    [Theory]
    [InlineData("word/document.xm_", "WORD/document.xml")]
    [InlineData("word/document.xm_", "word/document.xml")]
    public void Read_NameTwice_Damaged(string other, string name)
    {
        var file = ZipFile.Of([.. DocxFile.Parts(DocxFile.P("a")), (other, DocxFile.Bytes("<x/>"))]);

        ZipFile.Read(ZipFile.Replace(file, Encoding.ASCII.GetBytes(other), Encoding.ASCII.GetBytes(name)))
            .Reason.ShouldBe(Reason.DamagedDocument);
    }

    [Theory]
    [InlineData("../../evil.txt")]
    [InlineData("word/../../evil.txt")]
    [InlineData("..\\evil.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("\\evil.txt")]
    [InlineData("C:/evil.txt")]
    public void Read_NameThatLeadsOut_Damaged(string name) =>
        ZipFile.Read(ZipFile.Of([.. DocxFile.Parts(DocxFile.P("a")), (name, [])])).Reason.ShouldBe(Reason.DamagedDocument);

    [Theory]
    [InlineData("word/a..b.xml")]
    [InlineData("word/media/图片.png")]
    public void Read_OddName_Read(string name) =>
        ZipFile.Read(ZipFile.Of([.. DocxFile.Parts(DocxFile.P("a")), (name, [])])).Reason.ShouldBe(Reason.Unspecified);

    [Fact]
    public void Read_Backslashes_Read() =>
        ZipFile.Lines(ZipFile.Read(ZipFile.Of(DocxFile.Parts(DocxFile.P("a"))
            .Select(part => (part.Name.Replace('/', '\\'), part.Content)))))
            .ShouldBe(["a"]);

    [Fact]
    public void Read_NameInHeaderOfItsOwnDiffers_Damaged()
    {
        var file = File.ToArray();
        var local = file.AsSpan().IndexOf("word/styles.xml"u8);
        file[local + 6] = (byte)'S';

        ZipFile.Read(file).Reason.ShouldBe(Reason.DamagedDocument);
    }

    [Fact]
    public void Read_CommentBehindDirectory_Read()
    {
        byte[] file = [.. File, .. "note"u8];
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(File.Length - 2), 4);

        ZipFile.Read(file).Reason.ShouldBe(Reason.Unspecified);
    }

    [Fact]
    public void Read_DirectoryWithLargeNumbers_Read() => ZipFile.Read(Zip64(File, 0)).Reason.ShouldBe(Reason.Unspecified);

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(1_000_000)]
    public void Read_DirectoryWithLyingLargeNumbers_Damaged(long more) =>
        ZipFile.Read(Zip64(File, more)).Reason.ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_MainPartMissing_Damaged() =>
        ZipFile.Read(ZipFile.Of(DocxFile.Parts(DocxFile.P("a")).Where(part => part.Name != Main))).Reason.ShouldBe(Reason.DamagedDocument);

    [Theory]
    [InlineData("word/styles.xml")]
    [InlineData("word/numbering.xml")]
    public void Read_PartMissingThatNumbersOrHides_Damaged(string name) =>
        ZipFile.Read(ZipFile.Of(DocxFile.Parts("<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>", "", "")
            .Where(part => part.Name != name)))
            .Reason.ShouldBe(Reason.DamagedDocument);

    [Theory]
    [InlineData("<w:document")]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("<a/>")]
    [InlineData("<document/>")]
    [InlineData("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p></w:body></w:document>")]
    [InlineData("<!DOCTYPE a SYSTEM 'http://192.0.2.1/a.dtd'><a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")]
    [InlineData("<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><l>&c;</l>")]
    [InlineData("<a>&#0;</a>")]
    public void Read_MainPartThatIsNone_Damaged(string content) => WithMain(DocxFile.Bytes(content)).ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_MainPartThatIsNotUtf8_Damaged() =>
        WithMain([.. "<a>"u8, 0xFF, 0xFE, 0xFD, .. "</a>"u8]).ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_Utf16_Read()
    {
        var parts = DocxFile.Parts(DocxFile.P("一")).ToList();
        var text = Encoding.UTF8.GetString(parts[^1].Content).Replace("UTF-8", "UTF-16", StringComparison.Ordinal);
        parts[^1] = (Main, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]);

        ZipFile.Lines(ZipFile.Read(ZipFile.Of(parts))).ShouldBe(["一"]);
    }

    [Fact]
    public void Read_RelationshipThatLeadsOut_Damaged() =>
        WithRelationship("Target='../../word/document.xml'").ShouldBe(Reason.DamagedDocument);

    [Fact]
    public void Read_MainPartElsewhere_Damaged() =>
        WithRelationship("Target='http://192.0.2.1/document.xml' TargetMode='External'").ShouldBe(Reason.DamagedDocument);

    [Theory]
    [InlineData("Target='word/document.xml'")]
    [InlineData("Target='/word/document.xml'")]
    [InlineData("Target='./word/x/../document.xml'")]
    public void Read_FormsOfAPath_Read(string target) => WithRelationship(target).ShouldBe(Reason.Unspecified);

    private static Reason WithMain(byte[] content) =>
        ZipFile.Read(ZipFile.Of([.. DocxFile.Parts(string.Empty).SkipLast(1), (Main, content)])).Reason;

    private static Reason WithRelationship(string target)
    {
        const string Type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
        var parts = DocxFile.Parts(DocxFile.P("a")).ToList();
        parts[1] = ("_rels/.rels", DocxFile.Bytes($"<Relationships><Relationship Type='{Type}' {target}/></Relationships>"));
        return ZipFile.Read(ZipFile.Of(parts)).Reason;
    }

    // The number at an offset of the main part's header in the directory, changed.
    private static Reason Patched(int offset, int more)
    {
        var file = File.ToArray();
        var at = file.AsSpan(ZipFile.HeaderOf(file, Main) + offset);
        if (offset == 10)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(at, 12);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(at, BinaryPrimitives.ReadInt32LittleEndian(at) + more);
        }

        return ZipFile.Read(file).Reason;
    }

    // The end of the directory in its long form. [APPNOTE] 4.3.14
    private static byte[] Zip64(byte[] file, long more)
    {
        var end = file.Length - 22;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(end + 10));
        var start = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(end + 16));
        var record = new byte[56];
        "PK\u0006\u0006"u8.CopyTo(record);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(32), count);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(48), start + more);
        var locator = new byte[20];
        "PK\u0006\u0007"u8.CopyTo(locator);
        BinaryPrimitives.WriteInt64LittleEndian(locator.AsSpan(8), end);
        var last = file[end..];
        last.AsSpan(8, 12).Fill(0xFF);
        return [.. file[..end], .. record, .. locator, .. last];
    }
}
