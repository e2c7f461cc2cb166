using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Pages;

/// <summary>What a browser sends, byte by byte: it follows nothing and keeps the cookies that it is given.</summary>
/// <param name="address">Where the pages are.</param>
/// <param name="handler">Sends; it keeps no cookies and follows nothing.</param>
internal sealed partial class PageBrowser(string address, HttpMessageHandler handler) : IDisposable
{
    private readonly HttpClient _http = new(handler) { BaseAddress = new Uri(address) };

    public PageBrowser(RunningServer server)
        : this(server.WebAddress, new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
    }

    /// <summary>The cookies that go with each request, by name.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>Headers that go with each request.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal) { ["Accept"] = "text/html" };

    /// <summary>Goes to a page.</summary>
    public Task<HttpResponseMessage> GetAsync(string path)
    {
        return SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
    }

    /// <summary>Reads the token of the first form on a page.</summary>
    public async Task<string> TokenAsync(string path)
    {
        using var response = await GetAsync(path);
        return Token().Match(await response.Content.ReadAsStringAsync()).Groups["token"].Value;
    }

    /// <summary>Sends a form without files.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>Sends a form without files, in parts.</summary>
    public Task<HttpResponseMessage> PostPartsAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), name);
        }

        return PostAsync(path, form);
    }

    /// <summary>Sends a form of any kind.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, HttpContent form)
    {
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>Sends a draft as the form of the page does.</summary>
    /// <param name="token">The token. Null: none.</param>
    /// <param name="name">The name of the file, as it stands in the header.</param>
    /// <param name="content">The file.</param>
    /// <param name="prior">Last year's report. Null: none is sent.</param>
    public Task<HttpResponseMessage> UploadAsync(string? token, string name, string content, string? prior = null)
    {
        const string Boundary = "----a";
        var field = token is null ? "" : $"--{Boundary}\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n{token}\r\n";
        var last = prior is null ? "" : File("prior", "去年.txt", prior);
        var form = new ByteArrayContent(Encoding.UTF8.GetBytes($"{field}{last}{File("file", name, content)}--{Boundary}--\r\n"));
        form.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={Boundary}");
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, "/checked") { Content = form });

        static string File(string part, string name, string content)
        {
            return $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"{name}\"\r\n"
                + $"Content-Type: text/plain\r\n\r\n{content}\r\n";
        }
    }

    /// <summary>Signs in.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string key, string to = "/check")
    {
        return await PostAsync("/signin", ("form_token", await TokenAsync("/signin")), ("key", key), ("to", to));
    }

    public void Dispose()
    {
        _http.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await _http.SendAsync(request).InTime();
        foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var pair = set.Split(';')[0].Split('=', 2);
            Cookies[pair[0]] = WebUtility.UrlDecode(pair[1]);
        }

        return response;
    }

    [GeneratedRegex("name=\"form_token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
