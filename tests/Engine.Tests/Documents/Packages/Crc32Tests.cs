using Validation.Engine.Documents.Packages;

namespace Validation.Engine.Tests.Documents.Packages;

public sealed class Crc32Tests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("a", 0xE8B7BE43u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Append_KnownText_KnownChecksum(string text, uint expected) =>
        Crc32.Append(0, System.Text.Encoding.ASCII.GetBytes(text)).ShouldBe(expected);

    [Fact]
    public void Append_InParts_SameAsAtOnce()
    {
        var bytes = new byte[1000];
        new Random(7).NextBytes(bytes);
        var whole = Crc32.Append(0, bytes);

        for (var cut = 0; cut <= 100; cut++)
        {
            Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, cut)), bytes.AsSpan(cut)).ShouldBe(whole);
        }
    }
}
