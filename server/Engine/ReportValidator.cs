using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Validation.Engine.Bodies;
using Validation.Engine.Diagnosis;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Reports;
using Validation.Engine.Reports.Identity;
using Validation.Engine.Rules;
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
    private readonly DocumentReader _reader = new(limits ?? EngineLimits.Default, pages, time);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The version of the engine that replies carry, such as "0.1.0".</summary>
    public static string Version { get; } = typeof(ReportValidator).Assembly.GetName().Version!.ToString(3);

    /// <summary>Reads and checks one document. A document that cannot be read is a reply (NOT_DECIDED), never an exception.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="rules">The rules in force.</param>
    /// <param name="cancellationToken">Stops the work; checked between any two steps and rules.</param>
    /// <returns>The reply without id and file name, which belong to the call. The caller owns it and may change it, but for the entries of
    /// the rules not evaluated.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ValidateReply Validate(ReadOnlyMemory<byte> content, RuleSet rules, CancellationToken cancellationToken = default) =>
        Validate(content, rules, LocalRecords.Empty, cancellationToken);

    /// <summary>The same with what is known of bodies and accepted findings.</summary>
    public ValidateReply Validate(
        ReadOnlyMemory<byte> content, RuleSet rules, LocalRecords records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(records);
        var start = _time.GetTimestamp();
        var read = Read(content, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();

        var reply = read.Document is null
            ? Refuse(read.Reason, rules, read.FoundFormat)
            : Check(read.Document, rules, records, cancellationToken);
        reply.Provenance.DocumentSha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        reply.Provenance.Duration = Duration.FromTimeSpan(_time.GetElapsedTime(start));
        return reply;
    }

    /// <summary>The reply for a document that never gets as far as being read whole.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="rules">The rules in force.</param>
    /// <param name="foundFormat">The format that was found instead, as a clerk calls it. Null: not known.</param>
    public ValidateReply Refuse(Reason reason, RuleSet rules, string? foundFormat = null) => new()
    {
        Verdict = Verdict.NotDecided,
        Reason = reason,
        ReasonText = Texts.Why(reason, foundFormat, _limits),
        Provenance = new Provenance { RuleSetVersion = rules.Version, EngineVersion = Version },
    };

    /// <summary>Checks a document that was read.</summary>
    internal ValidateReply Check(Document document, RuleSet rules, LocalRecords records, CancellationToken cancellationToken)
    {
        var parsed = Parse(document, cancellationToken);
        if (parsed.Document != DocumentKind.Report)
        {
            var isOld = parsed.Document is DocumentKind.TrialFormReport or DocumentKind.TrialYearReport or DocumentKind.EarlierReport;
            var refusal = With(Refuse(isOld ? Reason.OldFormReport : Reason.NotAReport, rules), document);
            refusal.ReasonText = Texts.NoReport(parsed.Document) ?? refusal.ReasonText;
            return refusal;
        }

        if (Evaluate(rules, parsed.Report, records.Bodies, cancellationToken) is not { } result)
        {
            return With(Refuse(Reason.TimedOut, rules), document);
        }

        SumDiagnosis.Explain(parsed.Report, result.Findings, rules);
        var accepted = AcceptedOf(parsed.Report, result.Findings, rules, records);
        var reply = With(Refuse(ReasonOf(parsed, result), rules), document);
        if (reply.Reason == Reason.PartlyUnreadable)
        {
            reply.ReasonText = Texts.Unclear(parsed.Unclear);
        }

        reply.Report = parsed.Report;
        reply.Accepted = accepted;
        reply.Provenance.NotEvaluated.AddRange(rules.Unevaluated.For(parsed.Report.Year));
        reply.Provenance.NotEvaluated.AddRange(result.SwitchedOff);
        reply.Findings.AddRange(result.Findings);
        reply.RuleFailures.AddRange(result.Failures);
        reply.Verdict = reply.Reason != Reason.Unspecified ? Verdict.NotDecided : HasError(result) ? Verdict.Reject : Verdict.Accept;
        return reply;
    }

    private ReadResult Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var trace = Trace.StartActivity("read");
        return _reader.Read(content, cancellationToken);
    }

    private ParsedReport Parse(Document document, CancellationToken cancellationToken)
    {
        using var trace = Trace.StartActivity("parse");
        return ReportParser.Parse(document, _limits, cancellationToken);
    }

    // Null: a search ran into the net below the steps; the document took too long, and no rule is to blame.
    private RuleResult? Evaluate(RuleSet rules, Report report, BodyRegister bodies, CancellationToken cancellationToken)
    {
        using var trace = Trace.StartActivity("rules");
        try
        {
            return RuleEngine.Evaluate(rules, report, bodies, _limits, cancellationToken);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static int AcceptedOf(Report report, IReadOnlyList<Finding> findings, RuleSet rules, LocalRecords records) =>
        records.Acceptances.IsEmpty
            ? 0
            : records.Acceptances.Mark(findings, records.Bodies.KeyOf(report.Organization), report.Year, rules);

    /// <summary>Why there is no verdict. An error is one, whatever a rule that failed would have found besides; without any error, only a
    /// failed rule of that weight leaves it open whether there is one.</summary>
    private static Reason ReasonOf(ParsedReport parsed, RuleResult result) =>
        parsed.Unclear.Count > 0 ? Reason.PartlyUnreadable
        : !HasError(result) && result.Failures.Any(failure => failure.Severity == Level.Error) ? Reason.RuleFailed
        : Reason.Unspecified;

    private static bool HasError(RuleResult result) =>
        result.Findings.Any(finding => finding.Severity == Level.Error && finding.Accepted is null);

    private static ValidateReply With(ValidateReply reply, Document document)
    {
        reply.Provenance.DocumentFormat = document.Format;
        return reply;
    }
}
