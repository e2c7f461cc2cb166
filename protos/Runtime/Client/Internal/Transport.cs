using System.Collections.Concurrent;

namespace Grpc.Net.Client.Internal;

/// <summary>Sends the requests of a channel, and knows which calls are under way.</summary>
internal sealed class Transport : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<ClientCall, bool> _calls = new();
    private readonly HttpMessageInvoker _invoker;
    private readonly bool _disposeInvoker;
    private int _closed;

    public Transport(GrpcChannelOptions options)
    {
        var isOwn = options.HttpClient is null && options.HttpHandler is null;
        _disposeInvoker = isOwn || options.DisposeHttpClient;
        _invoker = (HttpMessageInvoker?)options.HttpClient
            ?? new HttpMessageInvoker(options.HttpHandler ?? CreateHandler(), _disposeInvoker);
    }

    public bool IsClosed => Volatile.Read(ref _closed) == 1;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : _invoker.SendAsync(request, cancellationToken);

    public bool TryAdd(ClientCall call)
    {
        if (IsClosed)
        {
            return false;
        }

        _calls.TryAdd(call, true);
        return true;
    }

    public void Remove(ClientCall call) => _calls.TryRemove(call, out _);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1)
        {
            return;
        }

        foreach (var call in _calls.Keys)
        {
            call.Dispose();
        }

        if (_disposeInvoker)
        {
            _invoker.Dispose();
        }
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = ConnectTimeout,
        KeepAlivePingDelay = PingDelay,
        KeepAlivePingTimeout = PingTimeout,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
