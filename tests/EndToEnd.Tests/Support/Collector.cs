using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>Takes what a server sends with OTLP over HTTP, and keeps it. Texts stand in it as they are, in UTF-8.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, StringBuilder> _received = new(StringComparer.Ordinal);

    public Collector()
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}/");
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = TakeAllAsync();
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>What has come of a signal: "traces", "metrics" or "logs".</summary>
    public string Received(string signal)
    {
        var text = _received.GetOrAdd($"/v1/{signal}", _ => new StringBuilder());
        lock (text)
        {
            return text.ToString();
        }
    }

    public void Dispose()
    {
        _listener.Close();
    }

    private async Task TakeAllAsync()
    {
        try
        {
            while (true)
            {
                await TakeAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TakeAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var text = _received.GetOrAdd(context.Request.Url!.AbsolutePath, _ => new StringBuilder());
        lock (text)
        {
            text.Append(Encoding.UTF8.GetString(body.ToArray()));
        }

        context.Response.ContentType = "application/x-protobuf";
        context.Response.Close();
    }
}
