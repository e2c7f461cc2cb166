using Validation.Engine.Documents;
using Validation.Engine.Documents.Html;
using Validation.Engine.Tests.Support;
using Validation.V1;

namespace Validation.Engine.Tests.Documents.Html;

public sealed class BrokenPageTests
{
    // Stands in the pages for the bytes that a description was cut at.
    private const char Cut = '\u0001';

    private const string Body = "<body><p>一、总体情况</p><table><tr><td>规章</td><td>5</td></tr></table></body>";

    [Theory]
    [InlineData("utf-8", "<meta charset=utf-8><meta name=\"description\" content=\"政府信息公\u0001\">" + Body)]
    [InlineData("utf-8", "<meta name=\"description\" content=\"政府信息公\u0001\">" + Body)]
    [InlineData("gb18030", "<meta charset=gb2312><meta name=\"description\" content=\"政府信息公\u0001\">" + Body)]
    [InlineData("gb18030", "<meta charset=GBK><title>政府信息公\u0001</title>" + Body)]
    [InlineData("utf-8", "<meta charset=utf-8><body><script>'公\u0001'</script><!-- 公\u0001 --><img alt=\"公\u0001\">" + Body)]
    public void Read_BrokenBytesThatNobodySees_Read(string encoding, string page)
    {
        var document = HtmlReader.Read(Bytes(page, encoding), EngineLimits.Default, null, default);

        document.Format.ShouldBe($"html; {encoding}");
        document.Lines().Select(line => line.Text).ShouldBe(["一、总体情况", "规章\t5"]);
    }

    [Theory]
    [InlineData("<p>公\u0001开</p>")]
    [InlineData("<table><tr><td colspan\u0001=2>公<td>开</table>")]
    [InlineData("<table><tr><td colspan='2\u0001'>公<td>开</table>")]
    [InlineData("<table><tr><td\u0001>公<td>开</table>")]
    [InlineData("<input value='公\u0001'>")]
    public void Read_BrokenBytesInThePage_UndecodableText(string markup)
    {
        foreach (var (encoding, name) in new[] { ("utf-8", "utf-8"), ("gb18030", "gb2312") })
        {
            var page = Bytes($"<meta charset={name}>{Body}{markup}", encoding);

            Should.Throw<UnreadableException>(() => HtmlReader.Read(page, EngineLimits.Default, null, default))
                .Reason.ShouldBe(Reason.UndecodableText, encoding);
        }
    }

    [Fact]
    public void Read_BrokenBytesBehindMark_Read() =>
        HtmlReader.Read(
            [0xEF, 0xBB, 0xBF, .. Bytes("<meta name=d content='公\u0001'>" + Body, "utf-8")], EngineLimits.Default, null, default)
            .Lines().Count.ShouldBe(2);

    private static byte[] Bytes(string page, string encoding)
    {
        byte[] cut = encoding == "utf-8" ? [0xE6, 0x9C] : [0xB9];
        return [.. page.Split(Cut).SelectMany((part, i) => (i > 0 ? cut : []).Concat(Encoded.As(part, encoding)))];
    }
}
