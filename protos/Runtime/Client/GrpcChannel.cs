using Grpc.Core;
using Grpc.Net.Client.Internal;

namespace Grpc.Net.Client;

/// <summary>Calls the services of one server over HTTP/2. Connects when the first call is made. Safe for use by several threads.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly Transport _transport;

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        ChannelSettings.Check(address, options);
        Settings = new ChannelSettings(address, options);
        _transport = new Transport(options);
    }

    internal ChannelSettings Settings { get; }

    /// <summary>Makes a channel.</summary>
    /// <param name="address">Scheme, host and port: <c>http://</c> for HTTP/2 without TLS, <c>https://</c> for TLS.</param>
    /// <returns>The channel.</returns>
    /// <exception cref="ArgumentException">The address has no host, or another scheme.</exception>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>Makes a channel.</summary>
    /// <param name="address">Scheme, host and port: <c>http://</c> for HTTP/2 without TLS, <c>https://</c> for TLS.</param>
    /// <param name="channelOptions">How it connects and calls.</param>
    /// <returns>The channel.</returns>
    /// <exception cref="ArgumentException">The address has no host or another scheme, or the options contradict each other.</exception>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        return ForAddress(new Uri(address), channelOptions);
    }

    /// <summary>Makes a channel.</summary>
    /// <param name="address">Scheme, host and port: <c>http://</c> for HTTP/2 without TLS, <c>https://</c> for TLS.</param>
    /// <returns>The channel.</returns>
    /// <exception cref="ArgumentException">The address has no host, or another scheme.</exception>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>Makes a channel.</summary>
    /// <param name="address">Scheme, host and port: <c>http://</c> for HTTP/2 without TLS, <c>https://</c> for TLS.</param>
    /// <param name="channelOptions">How it connects and calls.</param>
    /// <returns>The channel.</returns>
    /// <exception cref="ArgumentException">The address has no host or another scheme, or the options contradict each other.</exception>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        return new GrpcChannel(address, channelOptions);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The channel is closed.</exception>
    public override CallInvoker CreateCallInvoker()
    {
        ObjectDisposedException.ThrowIf(_transport.IsClosed, this);
        return new ChannelInvoker(this);
    }

    /// <summary>Closes the channel: calls under way are cancelled.</summary>
    public void Dispose() => _transport.Dispose();

    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_transport.IsClosed, this);
        return _transport.SendAsync(request, cancellationToken);
    }

    internal void Add(ClientCall call)
    {
        ObjectDisposedException.ThrowIf(!_transport.TryAdd(call), this);
    }

    internal void Remove(ClientCall call) => _transport.Remove(call);

    /// <inheritdoc/>
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }
}
