using System.Security.Authentication;
using Grpc.Core;

namespace Validation.Client.Internal;

/// <summary>Turns what the transport says into what a clerk can act on.</summary>
internal static class Failures
{
    private const char FirstChinese = '\u2E80';

    public static CheckFailure From(Status status, ServerAddress address, TimeSpan timeout) => status.StatusCode switch
    {
        _ when IsUntrusted(status) => new(FailureKind.ServerUntrusted, Texts.ServerUntrusted(address)),
        StatusCode.Unavailable when SaysWhy(status) => new(FailureKind.ServerBusy, Texts.ServerBusy),
        StatusCode.Unavailable => new(FailureKind.ServerUnreachable, Texts.ServerUnreachable(address)),
        StatusCode.ResourceExhausted => new(FailureKind.ServerBusy, Texts.ServerBusy),
        StatusCode.Aborted when SaysWhy(status) => new(FailureKind.TimedOut, Texts.Refused(status.Detail)),
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

    /// <summary>Whether the server itself explains it. Servers do so in Chinese, transports do not.</summary>
    public static bool SaysWhy(Status status) => status.Detail.Any(character => character >= FirstChinese);

    public static CheckFailure TimedOut(TimeSpan timeout) => new(FailureKind.TimedOut, Texts.TimedOut(timeout));
}
