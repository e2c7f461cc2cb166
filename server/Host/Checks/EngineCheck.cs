using Validation.Engine;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Rules;
using Validation.Server.Records;
using Validation.Server.Rules;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>The check that the engine makes, with the rules that are in force when it begins.</summary>
internal sealed class EngineCheck(RuleBook book, RecordBook records, EngineLimits limits, IPageReader pages, TimeProvider time)
    : IDocumentCheck
{
    private readonly ReportValidator _validator = new(limits, pages, time);

    public string RuleSetVersion => book.Current.Version;

    public string EngineVersion => ReportValidator.Version;

    public RuleList Rules => book.Current.Rules.List;

    public ValidateReply Validate(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        return Validate(content, book.Current.Rules, cancellationToken);
    }

    /// <summary>Checks with other rules than those in force.</summary>
    public ValidateReply Validate(ReadOnlyMemory<byte> content, RuleSet rules, CancellationToken cancellationToken)
    {
        return _validator.Validate(content, rules, records.Current, cancellationToken);
    }

    public ValidateReply Refuse(Reason reason)
    {
        return _validator.Refuse(reason, book.Current.Rules);
    }
}
