namespace Grpc.Core.Internal;

/// <summary>What the four kinds of call objects have in common. Either functions of a state, or functions alone.</summary>
internal readonly struct CallHandle
{
    private readonly object _state;
    private readonly Func<object, Task<Metadata>> _headers;
    private readonly Func<object, Status> _status;
    private readonly Func<object, Metadata> _trailers;
    private readonly Action<object> _dispose;

    public CallHandle(
        Func<object, Task<Metadata>> headers,
        Func<object, Status> status,
        Func<object, Metadata> trailers,
        Action<object> dispose,
        object state)
    {
        _headers = headers;
        _status = status;
        _trailers = trailers;
        _dispose = dispose;
        _state = state;
    }

    public CallHandle(Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers, Action dispose)
        : this(_ => headers, _ => status(), _ => trailers(), _ => dispose(), headers)
    {
    }

    public Task<Metadata> Headers => _headers(_state);

    public Status Status => _status(_state);

    public Metadata Trailers => _trailers(_state);

    public void Dispose() => _dispose(_state);
}
