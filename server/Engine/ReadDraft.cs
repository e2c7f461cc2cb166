using Validation.Engine.Documents;
using Validation.Engine.Reports;
using Validation.Engine.Reports.Identity;
using Validation.V1;

namespace Validation.Engine;

/// <summary>
/// A draft as it was read, before any rule looks at it: the report, or why there is none. It can be checked with any number of rule sets;
/// their replies share its report, which is then not to be changed.
/// </summary>
public sealed record ReadDraft
{
    internal ReadDraft()
    {
    }

    /// <summary>A draft whose report was read earlier and kept. Its document is no longer there: the reply names neither its digest nor its
    /// format.</summary>
    /// <param name="report">The report, as <see cref="Report"/> gave it.</param>
    public static ReadDraft OfKept(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ReadDraft { Parsed = new ParsedReport(report, DocumentKind.Report) };
    }

    /// <summary>The report. Null: there is none that could be checked; <see cref="ReasonText"/> says why.</summary>
    public Report? Report => Parsed?.Report;

    /// <summary>Why there is no report. <see cref="Reason.Unspecified"/>: there is one.</summary>
    public Reason Reason { get; internal init; }

    /// <summary>The same in Chinese, for the clerk. Empty: there is a report.</summary>
    public string ReasonText { get; internal init; } = string.Empty;

    /// <summary>SHA-256 of the file, 64 hexadecimal digits.</summary>
    public string Sha256 { get; internal init; } = string.Empty;

    /// <summary>How long the reading took.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>The document. Null: the file could not be read as one.</summary>
    internal Document? Document { get; init; }

    /// <summary>What the document says as a report. Null: it is none.</summary>
    internal ParsedReport? Parsed { get; init; }
}
