using Validation.Engine.Rules;
using Validation.V1;

namespace Validation.Engine;

/// <summary>The way of a draft, from its bytes to the answer. Thread-safe: one instance serves every call.</summary>
public sealed class ReportValidator
{
    private readonly RuleSet _rules;
    private readonly EngineLimits _limits;

    public ReportValidator(RuleSet rules, EngineLimits? limits = null, TimeProvider? time = null)
    {
        _rules = rules;
        _limits = limits ?? EngineLimits.Default;
    }

    /// <summary>Reads and checks one document. A document that cannot be read is a reply (NOT_DECIDED), never an exception.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="cancellationToken">Stops the work; checked at least between any two steps.</param>
    /// <returns>The reply without id and file name, which belong to the call. The caller owns it and may change it.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValidateReply Validate(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        return Refuse(Reason.EmptyDocument);
    }

    /// <summary>The reply for a document that never gets as far as being read.</summary>
    public ValidateReply Refuse(Reason reason)
    {
        _ = _limits;
        return new ValidateReply { Verdict = Verdict.NotDecided, Reason = reason, Provenance = new Provenance { RuleSetVersion = _rules.Version } };
    }
}
