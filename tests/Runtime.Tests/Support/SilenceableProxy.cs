using System.Net;
using System.Net.Sockets;

namespace Validation.Runtime.Tests.Support;

/// <summary>Passes bytes on until it falls silent, as a network does whose cable is pulled: nobody is told.</summary>
public sealed class SilenceableProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _running;
    private volatile bool _silent;

    public SilenceableProxy(Uri target)
    {
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}");
        _running = AcceptAsync(target);
    }

    public Uri Address { get; }

    public void FallSilent() => _silent = true;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync(Uri target)
    {
        using var near = await _listener.AcceptTcpClientAsync(_end.Token);
        using var far = new TcpClient();
        await far.ConnectAsync(target.Host, target.Port, _end.Token);
        await Task.WhenAll(PassAsync(near.GetStream(), far.GetStream()), PassAsync(far.GetStream(), near.GetStream()));
    }

    private async Task PassAsync(NetworkStream source, NetworkStream target)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer, _end.Token)) > 0)
        {
            if (!_silent)
            {
                await target.WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
    }
}
