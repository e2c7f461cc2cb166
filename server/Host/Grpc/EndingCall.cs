using Grpc.Core;

namespace Validation.Server.Grpc;

/// <summary>A call whose token is also cancelled when the server ends it. Everything else is passed on to the call itself.</summary>
internal sealed class EndingCall : ServerCallContext, IDisposable
{
    // The key under which ServerCallContextExtensions.GetHttpContext looks for the request of a context that is not its own.
    private const string HttpContextKey = "__HttpContext";

    private readonly ServerCallContext _call;
    private readonly CancellationTokenSource _end;

    /// <param name="call">The call.</param>
    /// <param name="end">Cancelled: the call is to end.</param>
    public EndingCall(ServerCallContext call, CancellationToken end)
    {
        _call = call;
        _end = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, end);
        call.UserState[HttpContextKey] = call.GetHttpContext();
    }

    protected override string MethodCore => _call.Method;

    protected override string HostCore => _call.Host;

    protected override string PeerCore => _call.Peer;

    protected override DateTime DeadlineCore => _call.Deadline;

    protected override Metadata RequestHeadersCore => _call.RequestHeaders;

    protected override CancellationToken CancellationTokenCore => _end.Token;

    protected override Metadata ResponseTrailersCore => _call.ResponseTrailers;

    protected override Status StatusCore
    {
        get => _call.Status;
        set => _call.Status = value;
    }

    protected override WriteOptions? WriteOptionsCore
    {
        get => _call.WriteOptions;
        set => _call.WriteOptions = value;
    }

    protected override AuthContext AuthContextCore => _call.AuthContext;

    protected override IDictionary<object, object> UserStateCore => _call.UserState;

    public void Dispose()
    {
        _end.Dispose();
    }

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        return _call.WriteResponseHeadersAsync(responseHeaders);
    }

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options)
    {
        return _call.CreatePropagationToken(options);
    }
}
