using System.Diagnostics;
using System.Diagnostics.Metrics;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Telemetry;

/// <summary>Counts and times checks by their results. Costs next to nothing while nobody collects the figures. Thread-safe.</summary>
internal sealed class CheckFigures
{
    /// <summary>The name of the meter that all figures of the server belong to.</summary>
    public const string MeterName = "Validation.Server";

    private static readonly InstrumentAdvice<double> Times = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private readonly PrincipalTags _principals;
    private readonly RefusalCounts _counts;
    private readonly Counter<long> _checks;
    private readonly Counter<long> _findings;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _refusals;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _wait;

    public CheckFigures(IMeterFactory meters, PrincipalTags principals, RefusalCounts counts)
    {
        _counts = counts;
        _principals = principals;
        var meter = meters.Create(MeterName);
        _checks = meter.CreateCounter<long>("validation.checks", "{check}", "Documents answered, by verdict, reason and format.");
        _findings = meter.CreateCounter<long>("validation.findings", "{finding}", "Findings, by rule and the severity in force.");
        _failures = meter.CreateCounter<long>("validation.rule.failures", "{failure}", "Rules that failed on a document.");
        _refusals = meter.CreateCounter<long>("validation.refusals", "{refusal}", "Calls that were not answered, by door and reason.");
        _duration = meter.CreateHistogram("validation.check.duration", "s", "From the place to the reply.", advice: Times);
        _wait = meter.CreateHistogram("validation.check.wait", "s", "From the whole document to the place.", advice: Times);
    }

    /// <summary>Records that a document got its place after a wait.</summary>
    public void Entered(CheckLane lane, TimeSpan wait)
    {
        _wait.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("lane", EnumWord<CheckLane>.Of(lane)));
    }

    /// <summary>Records the reply to a document.</summary>
    public void Answered(ValidateReply reply, Principal principal, TimeSpan elapsed)
    {
        if (!_checks.Enabled && !_duration.Enabled && !_findings.Enabled && !_failures.Enabled)
        {
            return;
        }

        var format = Format(reply);
        var tags = new TagList
        {
            { "verdict", EnumWord<Verdict>.Of(reply.Verdict) },
            { "reason", reply.Reason == Reason.Unspecified ? "" : EnumWord<Reason>.Of(reply.Reason) },
            { "format", format },
        };
        _principals.AddTo(ref tags, principal);
        _checks.Add(1, tags);
        _duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("format", format));
        foreach (var finding in reply.Findings)
        {
            _findings.Add(1, new("rule", finding.RuleId), new("severity", EnumWord<Level>.Of(finding.Severity)));
        }

        foreach (var failure in reply.RuleFailures)
        {
            _failures.Add(1, new KeyValuePair<string, object?>("rule", failure.RuleId));
        }
    }

    /// <summary>Records a call or request that was refused.</summary>
    /// <param name="door">"grpc" or "http".</param>
    /// <param name="reason">The status code of gRPC, or the code of the problem.</param>
    /// <param name="principal">Whose it was.</param>
    public void Refused(string door, string reason, Principal principal)
    {
        _counts.Add(new RefusalSort(door, reason));
        if (_refusals.Enabled)
        {
            var tags = new TagList { { "door", door }, { "reason", reason } };
            _principals.AddTo(ref tags, principal);
            _refusals.Add(1, tags);
        }
    }

    /// <summary>The format without its particulars: "txt" for "txt; gb18030".</summary>
    public static string Format(ValidateReply reply)
    {
        var format = reply.Provenance?.DocumentFormat ?? "";
        var end = format.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? format : format[..end];
    }
}
