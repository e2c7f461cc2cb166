using Validation.Engine.Reports.Identity;
using Validation.V1;
using Doubt = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports;

/// <summary>What came of parsing a document.</summary>
/// <param name="Report">The report. Cells that could not be read are MISSING.</param>
/// <param name="Kind">What the document is; anything but a report is not to be checked.</param>
public sealed record ParsedReport(Report Report, DocumentKind Kind)
{
    /// <summary>
    /// Where the document could not be read with certainty, in its order. While there is any such place, nothing may be concluded from what
    /// was not found.
    /// </summary>
    public IReadOnlyList<Deviation> Unclear { get; } =
        [.. Report.Deviations.Where(deviation => deviation.Kind is Doubt.UnreadableRow or Doubt.RepeatedRow or Doubt.OverlongTable)];
}
