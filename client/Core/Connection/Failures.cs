using System.Security.Authentication;
using Grpc.Core;
using Validation.Client.Drafts;

namespace Validation.Client.Connection;

/// <summary>Turns errors of the transport into sentences that a clerk can act on.</summary>
internal static class Failures
{
    private const char FirstChinese = '\u2E80';
    private const string BrokenOff = "Incomplete message.";

    public static CheckFailure From(Status status, ServerAddress address, TimeSpan timeout) => status.StatusCode switch
    {
        _ when IsUntrusted(status) => new(FailureKind.ServerUntrusted, ConnectionTexts.ServerUntrusted(address)),
        StatusCode.Unavailable when SaysWhy(status) => new(FailureKind.ServerBusy, ConnectionTexts.ServerBusy),
        _ when WasLost(status) || status.StatusCode == StatusCode.Unavailable =>
            new(FailureKind.ServerUnreachable, ConnectionTexts.ServerUnreachable(address)),
        StatusCode.ResourceExhausted => new(FailureKind.ServerBusy, ConnectionTexts.ServerBusy),
        StatusCode.Aborted when SaysWhy(status) => new(FailureKind.TimedOut, ConnectionTexts.Refused(status.Detail)),
        StatusCode.DeadlineExceeded => TimedOut(timeout),
        StatusCode.Unimplemented => new(FailureKind.WrongServer, ConnectionTexts.NotThisService),
        StatusCode.PermissionDenied or StatusCode.Unauthenticated => new(FailureKind.KeyRefused, ConnectionTexts.Refused(status.Detail)),
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.OutOfRange or StatusCode.NotFound =>
            new(FailureKind.Refused, ConnectionTexts.Refused(status.Detail)),
        _ => new(FailureKind.ServerFailed, ConnectionTexts.ServerFailed),
    };

    /// <summary>The same, once it was looked at what speaks at the address: where that is not the service, this is the reason.</summary>
    public static async Task<CheckFailure> FromAsync(Status status, ServerAddress address, TimeSpan timeout, AddressProbe probe) =>
        IsOfTransport(status) && await probe.ExplainAsync() is { } wrong
            ? new CheckFailure(FailureKind.WrongServer, wrong)
            : From(status, address, timeout);

    /// <summary>True: what is wrong may be the address, since no server of ours has answered.</summary>
    public static bool IsOfTransport(Status status) => !SaysWhy(status)
        && (HasNotConnected(status)
            || status.StatusCode is (StatusCode.Internal or StatusCode.Unknown or StatusCode.Unavailable or StatusCode.Unimplemented));

    /// <summary>True: there was no connection, because the server did not prove its identity.</summary>
    public static bool IsUntrusted(Status status) => IsBecauseOf<AuthenticationException>(status);

    /// <summary>True: there was no connection in time, or it broke, perhaps between a proxy and its server. Then the call has no status,
    /// or its answer ends in the middle, or the server says that the question did (Grpc.AspNetCore: "Incomplete message.").</summary>
    public static bool WasLost(Status end) =>
        HasNotConnected(end)
        || (end.StatusCode is (StatusCode.Internal or StatusCode.Unknown)
            && (end.DebugException is (IOException or HttpRequestException or InvalidDataException)
                || string.Equals(end.Detail, BrokenOff, StringComparison.Ordinal)));

    /// <summary>True: the detail is the server's own sentence, which is Chinese; those of transports are not.</summary>
    public static bool SaysWhy(Status status) => status.Detail.Any(character => character >= FirstChinese);

    public static CheckFailure TimedOut(TimeSpan timeout) => new(FailureKind.TimedOut, ConnectionTexts.TimedOut(timeout));

    /// <summary>True: SocketsHttpHandler's ConnectTimeout was over, as behind a firewall that drops what it does not let pass. It says so
    /// with a cancellation, which Grpc.Net.Client makes the status CANCELLED.</summary>
    private static bool HasNotConnected(Status status) =>
        status.StatusCode == StatusCode.Cancelled && IsBecauseOf<TimeoutException>(status);

    private static bool IsBecauseOf<T>(Status status)
        where T : Exception
    {
        for (var cause = status.DebugException; cause is not null; cause = cause.InnerException)
        {
            if (cause is T)
            {
                return true;
            }
        }

        return false;
    }
}
