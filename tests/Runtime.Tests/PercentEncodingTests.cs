using Grpc.Core.Internal;

namespace Validation.Runtime.Tests;

public sealed class PercentEncodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain text ~", "plain text ~")]
    [InlineData("100%", "100%25")]
    [InlineData("a\nb\t", "a%0Ab%09")]
    [InlineData("年", "%E5%B9%B4")]
    [InlineData("😈", "%F0%9F%98%88")]
    [InlineData("\u007F", "%7F")]
    public void Encode_AnyText_DecodesToItself(string text, string encoded)
    {
        PercentEncoding.Encode(text).ShouldBe(encoded);
        PercentEncoding.Decode(encoded).ShouldBe(text);
    }

    [Theory]
    [InlineData("%", "%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz", "%zz")]
    [InlineData("%+1", "%+1")]
    [InlineData("%41%", "A%")]
    [InlineData("%e5%b9%b4", "年")]
    [InlineData("%FF", "\uFFFD")]
    public void Decode_Malformed_KeepsWhatItCannotRead(string encoded, string text)
    {
        PercentEncoding.Decode(encoded).ShouldBe(text);
    }

    [Fact]
    public void Encode_LoneSurrogate_IsReplaced()
    {
        PercentEncoding.Encode("\uD800").ShouldBe("%EF%BF%BD");
    }
}
