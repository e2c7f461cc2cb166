using Validation.Engine;
using Validation.Engine.Rules;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>The check that the engine makes.</summary>
internal sealed class EngineCheck(RuleSet rules, EngineLimits limits) : IDocumentCheck
{
    private readonly ReportValidator _validator = new(rules, limits);

    public string RuleSetVersion => rules.Version;

    public string EngineVersion => ReportValidator.Version;

    public RuleList Rules { get; } = List(rules);

    public ValidateReply Validate(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        return _validator.Validate(content, cancellationToken);
    }

    public ValidateReply Refuse(Reason reason)
    {
        return _validator.Refuse(reason);
    }

    private static RuleList List(RuleSet rules)
    {
        var summaries = rules.Rules.Select(rule => new RuleSummary
        {
            Id = rule.Header.Id,
            Title = rule.Header.Title,
            Severity = rule.Header.Severity,
            Basis = rule.Header.Basis,
        });
        return new RuleList { RuleSetVersion = rules.Version, Rules = { summaries } };
    }
}
