using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Web;

/// <summary>How JSON goes over the wire.</summary>
public sealed class JsonFormTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("?pretty", true)]
    [InlineData("?pretty=false", false)]
    public async Task Json_IsOneLineUnlessAskedOtherwise(string query, bool pretty)
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());
        foreach (var address in new[] { "/v1/rules", "/v1/status" })
        {
            var text = await server.Http.GetStringAsync(address + query).InTime();

            text.ShouldEndWith("\n");
            (text.TrimEnd().Split('\n').Length > 1).ShouldBe(pretty);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Json_IsCompressedForWhoTakesIt(string encoding)
    {
        await using var server = await RunningServer.StartAsync();
        using var content = Uploads.Raw(await WarmUpReport.ReadAsync());
        using var request = new HttpRequestMessage(HttpMethod.Post, Uploads.Path + "?include_report") { Content = content };
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using var response = await server.Http.SendAsync(request).InTime();
        var bytes = await response.Content.ReadAsByteArrayAsync().InTime();

        response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        using var packed = new MemoryStream(bytes);
        await using Stream unpacked = encoding == "br"
            ? new BrotliStream(packed, CompressionMode.Decompress)
            : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        var text = await reader.ReadToEndAsync().InTime();
        ValidateReply.Parser.ParseJson(text).Report.ShouldNotBeNull();
        bytes.Length.ShouldBeLessThan(Encoding.UTF8.GetByteCount(text) / 5);
    }

    [Fact]
    public async Task Json_IsPlainForWhoAsksForNothing()
    {
        await using var server = await RunningServer.StartAsync(new FakeCheck());

        using var response = await server.Http.GetAsync("/v1/rules").InTime();

        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }
}
