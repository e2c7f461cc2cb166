using Grpc.Core;

namespace Validation.Client.Connection;

/// <summary>Turns errors of calls about rules into sentences that an administrator can act on.</summary>
internal static class RuleFailures
{
    /// <summary>The failure, once it was looked at what speaks at the address.</summary>
    public static async Task<RuleCallFailure> FromAsync(Status status, ServerAddress address, TimeSpan timeout, AddressProbe probe) =>
        Failures.IsOfTransport(status) && await probe.ExplainAsync() is { } wrong
            ? new RuleCallFailure(RuleFailureKind.WrongServer, wrong)
            : From(status, address, timeout);

    public static RuleCallFailure From(Status status, ServerAddress address, TimeSpan timeout) => status.StatusCode switch
    {
        _ when Failures.IsUntrusted(status) => new(RuleFailureKind.ServerUntrusted, ConnectionTexts.ServerUntrusted(address)),
        StatusCode.Unavailable when Failures.SaysWhy(status) => new(RuleFailureKind.Unavailable, ConnectionTexts.NotNow(status.Detail)),
        _ when Failures.WasLost(status) || status.StatusCode == StatusCode.Unavailable =>
            new(RuleFailureKind.ServerUnreachable, ConnectionTexts.ServerUnreachable(address)),
        StatusCode.ResourceExhausted =>
            new(RuleFailureKind.Unavailable, Failures.SaysWhy(status) ? ConnectionTexts.NotNow(status.Detail) : ConnectionTexts.TooMuch),
        StatusCode.DeadlineExceeded => new(RuleFailureKind.TimedOut, ConnectionTexts.TimedOut(timeout)),
        StatusCode.Unimplemented => new(RuleFailureKind.NotSupported, ConnectionTexts.NoRuleService),
        StatusCode.Unauthenticated => new(RuleFailureKind.KeyRefused, Failures.SaysWhy(status) ? status.Detail : ConnectionTexts.WrongKey),
        StatusCode.PermissionDenied => new(RuleFailureKind.KeyRefused, ConnectionTexts.MayNotAdminister(status.Detail)),
        StatusCode.FailedPrecondition or StatusCode.Aborted => new(RuleFailureKind.Conflict, ConnectionTexts.RulesRefused(status.Detail)),
        StatusCode.NotFound => new(RuleFailureKind.NotFound, ConnectionTexts.RulesRefused(status.Detail)),
        StatusCode.InvalidArgument or StatusCode.OutOfRange => new(RuleFailureKind.Refused, ConnectionTexts.RulesRefused(status.Detail)),
        _ => new(RuleFailureKind.ServerFailed, ConnectionTexts.RulesFailed),
    };
}
