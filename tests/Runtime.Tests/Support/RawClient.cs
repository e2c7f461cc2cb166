using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;

namespace Validation.Runtime.Tests.Support;

/// <summary>What came back, in terms of HTTP.</summary>
public sealed record RawReply(HttpResponseMessage Response, byte[] Body)
{
    public HttpStatusCode HttpStatus => Response.StatusCode;

    public StatusCode GrpcStatus => (StatusCode)int.Parse(Field("grpc-status") ?? "-1", System.Globalization.CultureInfo.InvariantCulture);

    public string? GrpcMessage => Field("grpc-message");

    /// <summary>A trailer, or, of a reply that has only these, a header.</summary>
    public string? Field(string name) => Value(Response.TrailingHeaders, name) ?? Value(Response.Headers, name);

    private static string? Value(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}

/// <summary>Sends requests that no gRPC client would send.</summary>
public sealed class RawClient(Uri address) : IDisposable
{
    public const string Unary = "/runtime.testing.v1.Probe/Unary";
    public const string Collect = "/runtime.testing.v1.Probe/Collect";
    public const string Chat = "/runtime.testing.v1.Probe/Chat";

    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = Waiting.Limit };

    public Task<RawReply> PostAsync(string path, byte[] body, params (string Name, string Value)[] headers) =>
        PostAsync(path, body, "application/grpc", HttpVersion.Version20, headers);

    public async Task<RawReply> PostAsync(
        string path, byte[] body, string contentType, Version version, params (string Name, string Value)[] headers)
    {
        using var request = Request(path, new ByteArrayContent(body), contentType, version, headers);
        var response = await _http.SendAsync(request).Soon();
        return new RawReply(response, await response.Content.ReadAsByteArrayAsync().Soon());
    }

    /// <summary>Waits for the response's headers only.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        var request = Request(path, content, "application/grpc", HttpVersion.Version20, headers);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).Soon();
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(
        string path, HttpContent content, string contentType, Version version, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        content.Headers.Remove("content-type");
        content.Headers.TryAddWithoutValidation("content-type", contentType);
        request.Headers.TryAddWithoutValidation("te", "trailers");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
