using System.Text;
using Validation.Engine.Documents.Text;
using Validation.Engine.Tests.Support;

namespace Validation.Engine.Tests.Documents.Text;

public sealed class TextDecoderTests
{
    private const string Report = "一、本年新收政府信息公开申请数量\t6\r\n二、上年结转\t0\n（一）予以公开 １２ 𠮷\r";

    public static TheoryData<string, bool, string> Encodings() => new()
    {
        { "utf-8", false, "utf-8" },
        { "utf-8", true, "utf-8" },
        { "utf-16", false, "utf-16le" },
        { "utf-16", true, "utf-16le" },
        { "utf-16BE", false, "utf-16be" },
        { "utf-16BE", true, "utf-16be" },
        { "GB18030", false, "gb18030" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Decode_TextInEncoding_TextAndName(string encoding, bool hasMark, string name)
    {
        var decoded = TextDecoder.Decode(Encoded.As(Report, encoding, hasMark));

        decoded.ShouldBe((Report, name));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("GB18030")]
    public void Decode_WholeSampleInEncoding_SameText(string encoding)
    {
        foreach (var name in Sample.Names)
        {
            var text = new Sample(name).Text;
            TextDecoder.Decode(Encoded.As(text, encoding, false))!.Value.Text.ShouldBe(text, name);
        }
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0x80)]
    [InlineData(0x41)]
    [InlineData(0xE4)]
    public void Decode_OneByteOfUtf8Damaged_NullAndNeverAnotherEncoding(byte damage)
    {
        var content = Encoding.UTF8.GetBytes(new Sample("xushui-2024").Text);
        for (var at = 3; at < content.Length; at += 97)
        {
            var damaged = (byte[])content.Clone();
            damaged[at] = damage;
            var decoded = TextDecoder.Decode(damaged);
            (decoded is null || decoded.Value.Encoding == "utf-8").ShouldBeTrue($"byte {at}");
        }
    }

    [Fact]
    public void Decode_DamagedUtf8ThatIsAlsoGb18030_Null()
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("政府", 20)) + "A");
        content[0] = (byte)'A';
        var gb18030 = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        Should.NotThrow(() => gb18030.GetString(content));

        TextDecoder.Decode(content).ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Decode_Utf8CutInsideACharacter_Null(int missing)
    {
        var content = Encoding.UTF8.GetBytes("其他需要报告的事项：本机关未收取信息处理费。");

        TextDecoder.Decode(content.AsSpan(0, content.Length - missing)).ShouldBeNull();
    }

    [Fact]
    public void Decode_MarkOfUtf8BeforeGb18030_Null()
    {
        byte[] content = [0xEF, 0xBB, 0xBF, .. Encoded.As(Report, "GB18030", false)];

        TextDecoder.Decode(content).ShouldBeNull();
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    public void Decode_Utf16WithOddByte_Null(string encoding, bool hasMark)
    {
        TextDecoder.Decode([.. Encoded.As(Report, encoding, hasMark), 0x41]).ShouldBeNull();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public void Decode_OneZeroByteInText_ReadInItsEncoding(string encoding)
    {
        var text = new Sample("xushui-2024").Text.Insert(40, "\0");

        TextDecoder.Decode(Encoded.As(text, encoding, false))!.Value.Text.ShouldBe(text);
    }

    [Fact]
    public void Decode_RandomBytes_Null()
    {
        var random = new Random(20240601);
        for (var i = 0; i < 200; i++)
        {
            var content = new byte[2000];
            random.NextBytes(content);
            TextDecoder.Decode(content).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(400, false)]
    public void Decode_ControlCharacters_ReadWhileTheyAreFew(int controls, bool isText)
    {
        var content = new string('字', 1000 - controls) + new string('\u0001', controls);

        (TextDecoder.Decode(Encoding.UTF8.GetBytes(content)) is not null).ShouldBe(isText);
    }

    [Theory]
    [InlineData("\t")]
    [InlineData("\f")]
    [InlineData("\v")]
    [InlineData("\r\n")]
    public void Decode_NothingButWhiteSpace_Read(string space)
    {
        var text = string.Concat(Enumerable.Repeat(space, 50));

        TextDecoder.Decode(Encoding.UTF8.GetBytes(text)).ShouldBe((text, "utf-8"));
    }

    [Theory]
    [InlineData("<meta charset=\"gb2312\">", "GB18030", "gb18030")]
    [InlineData("<META http-equiv=Content-Type content='text/html; CHARSET=GBK'>", "GB18030", "gb18030")]
    [InlineData("<?xml version=\"1.0\" encoding=\"gb18030\"?>", "GB18030", "gb18030")]
    [InlineData("<meta charset=utf-8>", "GB18030", "gb18030")]
    [InlineData("<p>", "GB18030", "gb18030")]
    [InlineData("<meta charset=gb2312>", "utf-8", "utf-8")]
    [InlineData("<meta charset=iso-8859-1>", "utf-8", "utf-8")]
    [InlineData("<meta charset = 'big5'>", "big5", "big5")]
    [InlineData("<meta charset=gb2312>", "utf-16", "utf-16le")]
    public void DecodeMarkup_Declaration_ReadAsItIs(string declaration, string encoding, string name)
    {
        var page = declaration + "<p>政府信息公開 12</p>";

        TextDecoder.DecodeMarkup(Encoded.As(page, encoding, encoding == "utf-16")).ShouldBe((page, name));
    }

    [Theory]
    [InlineData("<meta charset=gb2312>")]
    [InlineData("<meta charset=utf-8>")]
    [InlineData("<meta charset=big5>")]
    public void DecodeMarkup_NoTextInAnyEncoding_Null(string declaration) =>
        TextDecoder.DecodeMarkup([.. Encoding.ASCII.GetBytes(declaration), 0xE6, 0x94, 0xFF, 0xFF, 0x20, 0xE6, 0x94, 0xBF])
            .ShouldBeNull();
}
