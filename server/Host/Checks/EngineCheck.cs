using Validation.Engine;
using Validation.Engine.Annotation;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Rules;
using Validation.Server.Records;
using Validation.Server.Rules;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>The check that the engine makes, with the rules that are in force when it begins.</summary>
internal sealed class EngineCheck(
    RuleBook book, RecordBook records, IRelatedReports filed, EngineLimits limits, IPageReader pages, TimeProvider time)
    : IDocumentCheck
{
    private readonly ReportValidator _validator = new(limits, pages, time);
    private readonly DocumentAnnotator _annotator = new(limits);

    public string RuleSetVersion => book.Current.Version;

    public string EngineVersion => ReportValidator.Version;

    public RuleList Rules => book.Current.Rules.List;

    public ValidateReply Validate(SubmittedDraft draft, CancellationToken cancellationToken)
    {
        var read = draft.Report is { } known ? ReadDraft.OfKept(known) : _validator.Read(draft.Content, cancellationToken);
        var related = read.Report is { } report ? RelatedOf(draft, report, cancellationToken) : RelatedReports.Empty;
        return _validator.Check(read, book.Current.Rules, records.Current, related, cancellationToken);
    }

    public AnnotatedCopy Annotate(ReadOnlyMemory<byte> content, ValidateReply reply, CancellationToken cancellationToken)
    {
        return _annotator.Annotate(content, reply, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>Reads a document, to be checked with any rules.</summary>
    public ReadDraft Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        return _validator.Read(content, cancellationToken);
    }

    /// <summary>Checks what was read with other rules than those in force.</summary>
    public ValidateReply Check(ReadDraft draft, RuleSet rules, CancellationToken cancellationToken)
    {
        return Check(draft, rules, RelatedReports.Empty, cancellationToken);
    }

    /// <summary>The same, compared with other reports.</summary>
    public ValidateReply Check(ReadDraft draft, RuleSet rules, RelatedReports related, CancellationToken cancellationToken)
    {
        return _validator.Check(draft, rules, records.Current, related, cancellationToken);
    }

    public ValidateReply NotDecided(Reason reason)
    {
        return _validator.NotDecided(reason, book.Current.Rules);
    }

    /// <summary>What a draft is compared with: what came with it goes before what is on file.</summary>
    private RelatedReports RelatedOf(SubmittedDraft draft, Report report, CancellationToken cancellationToken)
    {
        var onFile = draft.UsesArchive ? filed.Of(report, cancellationToken) : RelatedReports.Empty;
        if (draft.Prior is not { } prior)
        {
            return onFile;
        }

        var own = Read(prior, cancellationToken);
        return onFile with { Prior = own.Prior, PriorProblem = own.PriorProblem };
    }

    private RelatedReports Read(SubmittedPrior prior, CancellationToken cancellationToken)
    {
        if (prior.Report is { } known)
        {
            return new RelatedReports { Prior = new RelatedReport(known, prior.FileName) };
        }

        if (prior.IsTooLarge)
        {
            return new RelatedReports { PriorProblem = CheckTexts.PriorTooLarge(limits.DocumentBytes) };
        }

        var read = _validator.Read(prior.Content, cancellationToken);
        prior.Report = read.Report;
        return prior.Report is { } report
            ? new RelatedReports { Prior = new RelatedReport(report, prior.FileName, read.Sha256) }
            : new RelatedReports { PriorProblem = CheckTexts.PriorUnreadable(read.ReasonText) };
    }
}
