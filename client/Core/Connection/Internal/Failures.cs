using System.Security.Authentication;
using Grpc.Core;

namespace Validation.Client.Internal;

/// <summary>Turns what the transport says into what a clerk can act on.</summary>
internal static class Failures
{
    public static CheckFailure From(Status status, ServerAddress address, TimeSpan timeout) => status.StatusCode switch
    {
        _ when IsUntrusted(status) => new(FailureKind.ServerUntrusted, Texts.ServerUntrusted(address)),
        StatusCode.Unavailable => new(FailureKind.ServerUnreachable, Texts.ServerUnreachable(address)),
        StatusCode.ResourceExhausted => new(FailureKind.ServerBusy, Texts.ServerBusy),
        StatusCode.DeadlineExceeded => TimedOut(timeout),
        StatusCode.Unimplemented => new(FailureKind.WrongServer, Texts.NotThisService),
        StatusCode.PermissionDenied or StatusCode.Unauthenticated => new(FailureKind.KeyRefused, Texts.Refused(status.Detail)),
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.OutOfRange or StatusCode.NotFound =>
            new(FailureKind.Refused, Texts.Refused(status.Detail)),
        _ => new(FailureKind.ServerFailed, Texts.ServerFailed),
    };

    /// <summary>Whether no connection came about because the server did not prove who it is.</summary>
    public static bool IsUntrusted(Status status)
    {
        for (var cause = status.DebugException; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
            {
                return true;
            }
        }

        return false;
    }

    public static CheckFailure TimedOut(TimeSpan timeout) => new(FailureKind.TimedOut, Texts.TimedOut(timeout));
}
