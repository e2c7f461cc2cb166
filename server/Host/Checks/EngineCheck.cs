using Validation.Engine;
using Validation.Engine.Rules;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>The check that the engine makes.</summary>
internal sealed class EngineCheck(RuleSet rules, EngineLimits limits) : IDocumentCheck
{
    private readonly ReportValidator _validator = new(limits);

    public string RuleSetVersion => rules.Version;

    public string EngineVersion => ReportValidator.Version;

    public RuleList Rules => rules.List;

    public ValidateReply Validate(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        return _validator.Validate(content, rules, cancellationToken);
    }

    public ValidateReply Refuse(Reason reason)
    {
        return _validator.Refuse(reason, rules);
    }
}
