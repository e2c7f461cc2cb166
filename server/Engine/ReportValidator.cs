using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Validation.Engine.Diagnosis;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Reports;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Identity;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine;

/// <summary>
/// The way of a draft, from its bytes to the answer: read the document, parse the report, evaluate the rules, say what would mend it.
/// Thread-safe: one instance serves every call.
/// </summary>
/// <param name="limits">How much is read before giving up. Null: <see cref="EngineLimits.Default"/>.</param>
/// <param name="pages">Reads the words of PDF. Null: PDF is not read, and the reply says so.</param>
/// <param name="time">Measures the duration. Null: the system's.</param>
public sealed class ReportValidator(EngineLimits? limits = null, IPageReader? pages = null, TimeProvider? time = null)
{
    /// <summary>The name of the source of traces: spans "read", "parse" and "rules" of each document. They cost nothing while nobody
    /// listens.</summary>
    public const string TraceName = "Validation.Engine";

    private static readonly ActivitySource Trace = new(TraceName);

    private readonly EngineLimits _limits = limits ?? EngineLimits.Default;
    private readonly DocumentReader _reader = new(limits ?? EngineLimits.Default, pages, time, PageSurroundings.HoldReport);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The version of the engine that replies carry, such as "0.1.0".</summary>
    public static string Version { get; } = typeof(ReportValidator).Assembly.GetName().Version!.ToString(3);

    /// <summary>Reads and checks one document. A document that cannot be read is a reply (NOT_DECIDED), never an exception.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="rules">The rules in force.</param>
    /// <param name="records">What is known of bodies and accepted findings. Null: nothing.</param>
    /// <param name="cancellationToken">Stops the work; checked between any two steps and rules.</param>
    /// <returns>The reply without id and file name, which belong to the call. The caller owns it and may change it, but for the entries of
    /// the rules not evaluated.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValidateReply Validate(
        ReadOnlyMemory<byte> content, RuleSet rules, LocalRecords? records = null, CancellationToken cancellationToken = default) =>
        Check(Read(content, cancellationToken), rules, records ?? LocalRecords.Empty, RelatedReports.Empty, cancellationToken);

    /// <summary>Reads a document and the report in it, for the check. No rule is needed for that.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ReadDraft Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        var start = _time.GetTimestamp();
        var read = ReadDocument(content, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        var draft = read.Document is { } document
            ? Parse(document, cancellationToken)
            : new ReadDraft { Reason = read.Reason, ReasonText = Texts.Why(read.Reason, read.FoundFormat, _limits) };
        var digest = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        return draft with { Sha256 = digest, Duration = _time.GetElapsedTime(start) };
    }

    /// <summary>Checks a draft that was read.</summary>
    /// <param name="draft">The draft, as <see cref="Read"/> gives it.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="records">What is known of bodies and accepted findings.</param>
    /// <param name="related">The reports that it is compared with: last year's, those of the bodies under the body, those of its peers.
    /// Null: none.</param>
    /// <param name="cancellationToken">Stops the work; checked between any two rules.</param>
    /// <returns>The reply, as <see cref="Validate"/> gives it. Its report is the draft's.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValidateReply Check(
        ReadDraft draft, RuleSet rules, LocalRecords records, RelatedReports? related = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(records);
        var start = _time.GetTimestamp();
        var reply = draft.Parsed is { } parsed
            ? Judge(parsed, rules, records, related ?? RelatedReports.Empty, cancellationToken)
            : NotDecided(draft.Reason, draft.ReasonText, rules);
        reply.Provenance.DocumentFormat = draft.Document?.Format ?? string.Empty;
        reply.Provenance.DocumentSha256 = draft.Sha256;
        reply.Provenance.Duration = Duration.FromTimeSpan(draft.Duration + _time.GetElapsedTime(start));
        return reply;
    }

    /// <summary>The reply for a document about which nothing was found out: it was not read, or the time was over.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="rules">The rules in force.</param>
    public ValidateReply NotDecided(Reason reason, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return NotDecided(reason, Texts.Why(reason, foundFormat: null, _limits), rules);
    }

    private static ValidateReply NotDecided(Reason reason, string words, RuleSet rules)
    {
        var reply = NewReply(rules);
        (reply.Verdict, reply.Reason, reply.ReasonText) = (Verdict.NotDecided, reason, words);
        return reply;
    }

    /// <summary>Parses a document that was read.</summary>
    internal ReadDraft Parse(Document document, CancellationToken cancellationToken)
    {
        using var trace = Trace.StartActivity("parse");
        var parsed = ReportParser.Parse(document, _limits, cancellationToken);
        if (parsed.Kind == DocumentKind.Report)
        {
            return new ReadDraft { Document = document, Parsed = parsed };
        }

        var isOld = parsed.Kind is DocumentKind.TrialFormReport or DocumentKind.TrialYearReport or DocumentKind.EarlierReport;
        var reason = isOld ? Reason.OldFormReport : Reason.NotAReport;
        var words = Texts.NoReport(parsed.Kind) ?? Texts.Why(reason, foundFormat: null, _limits);
        return new ReadDraft { Document = document, Reason = reason, ReasonText = words };
    }

    private ValidateReply Judge(
        ParsedReport parsed, RuleSet rules, LocalRecords records, RelatedReports related, CancellationToken cancellationToken)
    {
        var comparison = ComparedReports.Of(parsed.Report, records.Bodies, related);
        var facts = new ReportFacts(parsed.Report, records.Bodies, comparison);
        if (Evaluate(rules, facts, cancellationToken) is not { } result)
        {
            return NotDecided(Reason.TimedOut, rules);
        }

        SumDiagnosis.Explain(parsed.Report, result.Findings, rules, comparison.CarriedOutLastYear);
        var reply = NewReply(rules);
        reply.Accepted = records.Acceptances.Mark(result.Findings, parsed.Report, records.Bodies, rules);
        reply.Reason = ReasonOf(parsed, result);
        reply.ReasonText = reply.Reason == Reason.PartlyUnreadable
            ? Texts.Unclear(parsed.Unclear)
            : Texts.Why(reply.Reason, foundFormat: null, _limits);
        reply.Verdict = reply.Reason != Reason.Unspecified ? Verdict.NotDecided : HasError(result) ? Verdict.Reject : Verdict.Accept;
        reply.Report = parsed.Report;
        reply.Provenance.Prior = comparison.Prior?.Source is { } prior ? PriorOf(prior) : null;
        reply.Provenance.NotEvaluated.AddRange(rules.Unevaluated.For(parsed.Report.Year, comparison));
        reply.Provenance.NotEvaluated.AddRange(result.SwitchedOff);
        reply.Findings.AddRange(result.Findings);
        reply.RuleFailures.AddRange(result.Failures);
        return reply;
    }

    private static PriorReport PriorOf(RelatedReport prior) => new()
    {
        Source = prior.IsOnFile ? PriorSource.Archive : PriorSource.Request,
        Sha256 = prior.Sha256,
        FileName = prior.FileName,
        Title = prior.Report.Title,
        Year = prior.Report.Year,
    };

    private static ValidateReply NewReply(RuleSet rules) => new()
    {
        Provenance = new Provenance { RuleSetVersion = rules.Version, EngineVersion = Version },
    };

    private ReadResult ReadDocument(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var trace = Trace.StartActivity("read");
        return _reader.Read(content, cancellationToken);
    }

    // Null: a search ran into the net below the steps; the document took too long, and no rule is to blame.
    private RuleResult? Evaluate(RuleSet rules, ReportFacts report, CancellationToken cancellationToken)
    {
        using var trace = Trace.StartActivity("rules");
        try
        {
            return RuleEngine.Evaluate(rules, report, _limits, cancellationToken);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Why there is no verdict. An error is one, whatever a rule that failed would have found besides; without any error, only a
    /// failed rule of that weight leaves it open whether there is one.</summary>
    private static Reason ReasonOf(ParsedReport parsed, RuleResult result) =>
        parsed.Unclear.Count > 0 ? Reason.PartlyUnreadable
        : !HasError(result) && result.Failures.Any(failure => failure.Severity == Level.Error) ? Reason.RuleFailed
        : Reason.Unspecified;

    private static bool HasError(RuleResult result) =>
        result.Findings.Any(finding => finding.Severity == Level.Error && finding.Accepted is null);
}
