using Validation.Server.Outcomes;

namespace Validation.Server.Web.Problems;

/// <summary>A request that cannot be answered, for a reason that its sender is told.</summary>
internal sealed class ProblemException(ProblemCode code, string detail, TimeSpan? retryAfter = null) : Exception(detail)
{
    /// <param name="refusal">Why the service does not answer.</param>
    public ProblemException(Refusal refusal)
        : this(ProblemCode.Of(refusal.Kind), refusal.Reason, refusal.RetryAfter)
    {
    }

    public ProblemCode Code { get; } = code;

    /// <summary>When to ask again. Null: nothing is known of that.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
