namespace Grpc.Core;

/// <summary>What came of a call. Numbers and meanings are those of the gRPC guide, "Status Codes".</summary>
public enum StatusCode
{
    /// <summary>Success.</summary>
    OK = 0,

    /// <summary>The call was cancelled, mostly by the caller.</summary>
    Cancelled = 1,

    /// <summary>An error of which no more is known.</summary>
    Unknown = 2,

    /// <summary>The request is wrong, whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>Time ran out before the call ended. The operation may have been carried out all the same.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>What should be created exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota, a limit of size, or memory is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state that the operation needs; trying again does not help until it is.</summary>
    FailedPrecondition = 9,

    /// <summary>The operation was given up, mostly because of a conflict with another one.</summary>
    Aborted = 10,

    /// <summary>Past the end of the valid range.</summary>
    OutOfRange = 11,

    /// <summary>The server does not offer the operation.</summary>
    Unimplemented = 12,

    /// <summary>A fault of the server, or a breach of the protocol.</summary>
    Internal = 13,

    /// <summary>The server cannot be reached or is not ready; trying again later may help.</summary>
    Unavailable = 14,

    /// <summary>Data are lost or damaged beyond repair.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
