using System.Diagnostics;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Telemetry;

/// <summary>The trace of a check: one span, with those of the engine below it. Null when nobody collects traces.</summary>
internal static class CheckTrace
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "Validation.Server";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the span of a check, under that of its request.</summary>
    public static Activity? Begin(int bytes)
    {
        return Source.StartActivity("check")?.SetTag("validation.document.bytes", bytes);
    }

    /// <summary>Writes the result of the check on the span.</summary>
    public static void Tell(this Activity? activity, ValidateReply reply)
    {
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("validation.verdict", EnumWord<Verdict>.Of(reply.Verdict));
            activity.SetTag("validation.reason", EnumWord<Reason>.Of(reply.Reason));
            activity.SetTag("validation.document.format", CheckFigures.Format(reply));
            activity.SetTag("validation.rules.version", reply.Provenance?.RuleSetVersion);
            activity.SetTag("validation.findings", reply.Findings.Count);
        }
    }
}
