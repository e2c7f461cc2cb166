using System.Buffers.Binary;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Cfb;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Cfb;

public sealed class CompoundFileTests
{
    private static readonly byte[] Small = [.. Enumerable.Range(0, 200).Select(i => (byte)i)];
    private static readonly byte[] Large = [.. Enumerable.Range(0, 9000).Select(i => (byte)(i / 7))];

    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    public void Read_SmallAndLargeStreams_TheirBytes(int sectorShift)
    {
        var file = CompoundFile.Open(new CompoundWriter(sectorShift).Add("a", Small).Add("b", Large).Add("c", Small[..5]).Build());

        file.Read("a").ToArray().ShouldBe(Small);
        file.Read("b").ToArray().ShouldBe(Large);
        file.Read("C").ToArray().ShouldBe(Small[..5]);
        file.Contains("d").ShouldBeFalse();
    }

    [Fact]
    public void Read_TableOfManySectors_EveryByte()
    {
        var content = new byte[300_000];
        new Random(1).NextBytes(content);

        CompoundFile.Open(new CompoundWriter().Add("a", content).Build()).Read("a").ToArray().ShouldBe(content);
    }

    [Fact]
    public void Read_TableListedBehindTheHeader_EveryByte()
    {
        var content = new byte[8_000_000];
        new Random(2).NextBytes(content);

        CompoundFile.Open(new CompoundWriter().Add("a", content).Build()).Read("a").Span.SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public void Read_ChainThatRunsInACircle_Damaged()
    {
        var file = new CompoundWriter().Add("a", Large).Build();
        SetNext(file, 3, 1);

        Should.Throw<UnreadableException>(() => CompoundFile.Open(file).Read("a")).Reason.ShouldBe(Reason.DamagedDocument);
    }

    [Fact]
    public void Read_ChainThatLeavesTheFile_Damaged()
    {
        var file = new CompoundWriter().Add("a", Large).Build();
        SetNext(file, 3, 5000);

        Should.Throw<UnreadableException>(() => CompoundFile.Open(file).Read("a")).Reason.ShouldBe(Reason.DamagedDocument);
    }

    [Fact]
    public void Read_TwoStreamsInOneSector_Damaged()
    {
        var writer = new CompoundWriter().Add("a", Large).Add("b", Large);
        var file = writer.Build();
        SetNext(file, 20, 3);
        var opened = CompoundFile.Open(file);

        opened.Read("a").ToArray().ShouldBe(Large);
        Should.Throw<UnreadableException>(() => opened.Read("b")).Reason.ShouldBe(Reason.DamagedDocument);
    }

    [Fact]
    public void Read_SectorsInAnotherOrder_EveryByte()
    {
        var file = new CompoundWriter().Add("a", Large).Build();
        var (third, fifth) = (file[(3 * 512)..(4 * 512)], file[(5 * 512)..(6 * 512)]);
        fifth.CopyTo(file, 3 * 512);
        third.CopyTo(file, 5 * 512);
        (int Sector, uint Next)[] chain = [(1, 4), (4, 3), (3, 2), (2, 5)];
        Array.ForEach(chain, link => SetNext(file, link.Sector, link.Next));

        CompoundFile.Open(file).Read("a").ToArray().ShouldBe(Large);
    }

    [Theory]
    [InlineData("Workbook", "Excel 表格（xls）")]
    [InlineData("Book", "Excel 表格（xls）")]
    [InlineData("PowerPoint Document", "PowerPoint 演示文稿（ppt）")]
    [InlineData("VisioDocument", "其他办公软件的文件")]
    public void Read_AnotherDocument_UnsupportedFormatWithItsName(string stream, string name)
    {
        var result = new DocumentReader(EngineLimits.Default).Read(new CompoundWriter().Add(stream, Large).Build());

        result.Reason.ShouldBe(Reason.UnsupportedFormat);
        result.FoundFormat.ShouldBe(name);
    }

    [Fact]
    public void Read_DocxWithPassword_EncryptedDocument()
    {
        var file = new CompoundWriter().Add("EncryptionInfo", Small).Add("EncryptedPackage", Large).Build();

        new DocumentReader(EngineLimits.Default).Read(file).Reason.ShouldBe(Reason.EncryptedDocument);
    }

    [Fact]
    public void Read_CutOffAnywhere_RefusedAsDamaged()
    {
        var file = new CompoundWriter().Add("WordDocument", Large).Build();

        for (var length = 8; length < file.Length; length += 64)
        {
            new DocumentReader(EngineLimits.Default).Read(file.AsMemory(0, length)).Reason.ShouldBe(Reason.DamagedDocument, $"{length}");
        }
    }

    // The table is the last thing that the writer writes.
    private static void SetNext(byte[] file, int sector, uint next)
    {
        var table = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(76));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(((table + 1) * 512) + (sector * 4)), next);
    }
}
