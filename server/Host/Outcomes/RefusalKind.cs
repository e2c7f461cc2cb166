namespace Validation.Server.Outcomes;

/// <summary>Why a request is not answered. Each door has its own word for it: gRPC a status code, HTTP a problem.</summary>
internal enum RefusalKind
{
    /// <summary>The request makes no sense, whatever the state of the server.</summary>
    Invalid,

    /// <summary>It needs a key and has none, or a wrong one.</summary>
    Unauthenticated,

    /// <summary>Whoever asks may not do that.</summary>
    Forbidden,

    /// <summary>What it names does not exist.</summary>
    NotFound,

    /// <summary>The state of the server does not permit it, such as another version in force than expected.</summary>
    Conflict,

    /// <summary>It was meant for another server.</summary>
    Misdirected,

    /// <summary>It is larger than the server takes.</summary>
    TooLarge,

    /// <summary>The answer to it is larger than the server sends.</summary>
    ReplyTooLarge,

    /// <summary>Whoever asks has asked for too much of late; it may come again a little later.</summary>
    Throttled,

    /// <summary>There is no room for it now, through no fault of whoever asks; it may come again a little later.</summary>
    Full,

    /// <summary>It did not come whole in time.</summary>
    Stalled,

    /// <summary>It took longer than permitted.</summary>
    TookTooLong,

    /// <summary>Something that the server needs is not there now, such as its store.</summary>
    Unavailable,

    /// <summary>The server is shutting down.</summary>
    Stopping,

    /// <summary>A fault of the server, which has logged it.</summary>
    Fault,
}
