using System.Text;
using Validation.Engine.Documents;
using Validation.V1;

namespace Validation.Engine.Tests.Documents;

public sealed class DocumentReaderTests
{
    [Fact]
    public void Read_NoBytes_EmptyDocument() => Read([]).Reason.ShouldBe(Reason.EmptyDocument);

    [Theory]
    [InlineData(9, Reason.Unspecified)]
    [InlineData(10, Reason.Unspecified)]
    [InlineData(11, Reason.DocumentTooLarge)]
    public void Read_ManyBytes_RefusedAboveTheLimit(int bytes, Reason reason) =>
        Read(Encoding.UTF8.GetBytes(new string('a', bytes)), new EngineLimits { DocumentBytes = 10 }).Reason.ShouldBe(reason);

    [Fact]
    public void Read_TooLargeImage_TooLargeWithoutALookAtItsFormat() =>
        Read([0x89, .. "PNG"u8, .. new byte[20]], new EngineLimits { DocumentBytes = 10 }).Reason.ShouldBe(Reason.DocumentTooLarge);

    [Fact]
    public void Read_NoLimitOfBytes_Read() =>
        Read(Encoding.UTF8.GetBytes("年报"), new EngineLimits { DocumentBytes = int.MaxValue }).Document.ShouldNotBeNull();

    [Fact]
    public void Read_Image_UnsupportedFormatWithItsName()
    {
        var result = Read([0x89, .. "PNG\r\n"u8]);

        result.Reason.ShouldBe(Reason.UnsupportedFormat);
        result.FoundFormat.ShouldBe(Texts.Formats.Png);
        result.Document.ShouldBeNull();
    }

    [Fact]
    public void Read_ByteOrderMarkOnly_EmptyDocument() => Read([0xEF, 0xBB, 0xBF]).Reason.ShouldBe(Reason.EmptyDocument);

    [Fact]
    public void Read_Text_DocumentWithoutReason()
    {
        var result = Read("年报"u8.ToArray());

        result.Reason.ShouldBe(Reason.Unspecified);
        result.Document.ShouldNotBeNull().Format.ShouldBe("txt; utf-8");
    }

    private static ReadResult Read(byte[] content, EngineLimits? limits = null) =>
        new DocumentReader(limits ?? EngineLimits.Default).Read(content);
}
