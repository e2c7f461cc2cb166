
namespace Validation.Server.Outcomes;

/// <summary>The kinds of refusals. gRPC has a status code for each, HTTP a problem.</summary>
internal enum RefusalKind
{
    /// <summary>The request makes no sense, whatever the state of the server.</summary>
    Invalid,

    /// <summary>The request needs a key and has none, or has a wrong one.</summary>
    Unauthenticated,

    /// <summary>The caller lacks the role for the request.</summary>
    Forbidden,

    /// <summary>The request names something that does not exist.</summary>
    NotFound,

    /// <summary>The state of the server does not permit the request, such as another version in force than expected.</summary>
    Conflict,

    /// <summary>The request was meant for another server.</summary>
    Misdirected,

    /// <summary>The request is larger than the server takes.</summary>
    TooLarge,

    /// <summary>The reply would be larger than the server sends.</summary>
    ReplyTooLarge,

    /// <summary>The caller has asked for too much lately; it may come again a little later.</summary>
    Throttled,

    /// <summary>Others fill the server, through no fault of the caller; it may come again a little later.</summary>
    Full,

    /// <summary>The request did not arrive whole in time.</summary>
    Stalled,

    /// <summary>The work took longer than permitted.</summary>
    TookTooLong,

    /// <summary>Something that the server needs is not there now, such as its store.</summary>
    Unavailable,

    /// <summary>The server is shutting down.</summary>
    Stopping,

    /// <summary>A fault of the server, which has logged it.</summary>
    Fault,
}
