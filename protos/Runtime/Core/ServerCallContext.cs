namespace Grpc.Core;

/// <summary>A call, seen from the server's method. For the time of the call; not safe for use by several threads.</summary>
public abstract class ServerCallContext
{
    private Dictionary<object, object>? _userState;

    /// <summary>The path of the call: <c>/service/method</c>.</summary>
    public string Method => MethodCore;

    /// <summary>The authority that the client named.</summary>
    public string Host => HostCore;

    /// <summary>The client's address, such as <c>ipv4:127.0.0.1:50000</c>.</summary>
    public string Peer => PeerCore;

    /// <summary>When the call must have ended, UTC; <see cref="DateTime.MaxValue"/> for never.</summary>
    public DateTime Deadline => DeadlineCore;

    /// <summary>The headers that the client sent, without those of the protocol.</summary>
    public Metadata RequestHeaders => RequestHeadersCore;

    /// <summary>Signals that the client has cancelled or is gone, or that the deadline has passed.</summary>
    public CancellationToken CancellationToken => CancellationTokenCore;

    /// <summary>The trailers, sent along with the status.</summary>
    public Metadata ResponseTrailers => ResponseTrailersCore;

    /// <summary>What the call ends with if the method returns. Success, unless set.</summary>
    public Status Status
    {
        get => StatusCore;
        set => StatusCore = value;
    }

    /// <summary>How the following responses are written. Null: the default. The same as that of the response stream.</summary>
    public WriteOptions? WriteOptions
    {
        get => WriteOptionsCore;
        set => WriteOptionsCore = value;
    }

    /// <summary>What the transport knows of the client's identity.</summary>
    public AuthContext AuthContext => AuthContextCore;

    /// <summary>A place where those who handle the call may leave things for each other.</summary>
    public IDictionary<object, object> UserState => UserStateCore;

    /// <summary>Gives <see cref="Method"/>.</summary>
    protected abstract string MethodCore { get; }

    /// <summary>Gives <see cref="Host"/>.</summary>
    protected abstract string HostCore { get; }

    /// <summary>Gives <see cref="Peer"/>.</summary>
    protected abstract string PeerCore { get; }

    /// <summary>Gives <see cref="Deadline"/>.</summary>
    protected abstract DateTime DeadlineCore { get; }

    /// <summary>Gives <see cref="RequestHeaders"/>.</summary>
    protected abstract Metadata RequestHeadersCore { get; }

    /// <summary>Gives <see cref="CancellationToken"/>.</summary>
    protected abstract CancellationToken CancellationTokenCore { get; }

    /// <summary>Gives <see cref="ResponseTrailers"/>.</summary>
    protected abstract Metadata ResponseTrailersCore { get; }

    /// <summary>Gives <see cref="AuthContext"/>.</summary>
    protected abstract AuthContext AuthContextCore { get; }

    /// <summary>Gives and takes <see cref="Status"/>.</summary>
    protected abstract Status StatusCore { get; set; }

    /// <summary>Gives and takes <see cref="WriteOptions"/>.</summary>
    protected abstract WriteOptions? WriteOptionsCore { get; set; }

    /// <summary>Gives <see cref="UserState"/>.</summary>
    protected virtual IDictionary<object, object> UserStateCore => _userState ??= [];

    /// <summary>Sends the response headers. Once, and before the first response; else they are sent with that.</summary>
    /// <param name="responseHeaders">The headers.</param>
    /// <returns>A task that ends when they are written.</returns>
    /// <exception cref="InvalidOperationException">The headers have been sent already.</exception>
    public Task WriteResponseHeadersAsync(Metadata responseHeaders) => WriteResponseHeadersAsyncCore(responseHeaders);

    /// <summary>Gives a token by which a child call takes over deadline and cancellation.</summary>
    /// <param name="options">What to take over; null for all.</param>
    /// <returns>The token.</returns>
    public ContextPropagationToken CreatePropagationToken(ContextPropagationOptions? options = null) =>
        CreatePropagationTokenCore(options);

    /// <summary>Does what <see cref="WriteResponseHeadersAsync"/> promises.</summary>
    /// <param name="responseHeaders">The headers.</param>
    /// <returns>A task that ends when they are written.</returns>
    protected abstract Task WriteResponseHeadersAsyncCore(Metadata responseHeaders);

    /// <summary>Does what <see cref="CreatePropagationToken"/> promises.</summary>
    /// <param name="options">What to take over; null for all.</param>
    /// <returns>The token.</returns>
    protected abstract ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options);
}
