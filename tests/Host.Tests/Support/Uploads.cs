using System.Net.Http.Headers;
using System.Text;
using Google.Protobuf;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>Documents as HTTP requests.</summary>
internal static class Uploads
{
    public const string Path = "/v1/validate";

    /// <summary>A bare body.</summary>
    public static HttpContent Raw(string text, string? type = null)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return content;
    }

    /// <summary>A form, as browsers and curl write it: the name in UTF-8 between quotes.</summary>
    public static HttpContent Form(string text, string disposition = "form-data; name=\"file\"; filename=\"草稿.txt\"")
    {
        return Form([(disposition, text)]);
    }

    public static HttpContent Form(IEnumerable<(string Disposition, string Text)> parts)
    {
        const string Boundary = "----0123456789";
        var body = new StringBuilder();
        foreach (var (disposition, text) in parts)
        {
            body.Append($"--{Boundary}\r\nContent-Disposition: {disposition}\r\nContent-Type: text/plain\r\n\r\n{text}\r\n");
        }

        body.Append($"--{Boundary}--\r\n");
        return Raw(body.ToString(), $"multipart/form-data; boundary={Boundary}");
    }

    /// <summary>Sends a document and reads the reply.</summary>
    public static async Task<ValidateReply> CheckAsync(this HttpClient http, HttpContent content, string query = "")
    {
        using var response = await http.PostAsync(Path + query, content).InTime();
        var text = await response.Content.ReadAsStringAsync().InTime();
        ((int)response.StatusCode).ShouldBe(200, text);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        return JsonParser.Default.Parse<ValidateReply>(text);
    }
}
