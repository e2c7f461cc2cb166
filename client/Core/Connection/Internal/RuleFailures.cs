using Grpc.Core;

namespace Validation.Client.Internal;

/// <summary>Turns what the transport says of a call about rules into what an administrator can act on.</summary>
internal static class RuleFailures
{
    public static RuleCallFailure From(Status status, ServerAddress address, TimeSpan timeout) => status.StatusCode switch
    {
        _ when Failures.IsUntrusted(status) => new(RuleFailureKind.ServerUntrusted, Texts.ServerUntrusted(address)),
        StatusCode.Unavailable when Failures.SaysWhy(status) => new(RuleFailureKind.Unavailable, Texts.NotNow(status.Detail)),
        StatusCode.Unavailable => new(RuleFailureKind.ServerUnreachable, Texts.ServerUnreachable(address)),
        StatusCode.ResourceExhausted =>
            new(RuleFailureKind.Unavailable, Failures.SaysWhy(status) ? Texts.NotNow(status.Detail) : Texts.TooMuch),
        StatusCode.DeadlineExceeded => new(RuleFailureKind.TimedOut, Texts.TimedOut(timeout)),
        StatusCode.Unimplemented => new(RuleFailureKind.NotSupported, Texts.NoRuleService),
        StatusCode.Unauthenticated => new(RuleFailureKind.KeyRefused, Failures.SaysWhy(status) ? status.Detail : Texts.WrongKey),
        StatusCode.PermissionDenied => new(RuleFailureKind.KeyRefused, Texts.MayNotAdminister(status.Detail)),
        StatusCode.FailedPrecondition or StatusCode.Aborted => new(RuleFailureKind.Conflict, Texts.RulesRefused(status.Detail)),
        StatusCode.NotFound => new(RuleFailureKind.NotFound, Texts.RulesRefused(status.Detail)),
        StatusCode.InvalidArgument or StatusCode.OutOfRange => new(RuleFailureKind.Refused, Texts.RulesRefused(status.Detail)),
        _ => new(RuleFailureKind.ServerFailed, Texts.RulesFailed),
    };
}
