using Validation.Engine.Reports;
using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Sections;
using Validation.Form;
using Validation.V1;

namespace Validation.Engine.Inspection;

/// <summary>
/// Shows how a draft is read: what each step on the way from a file to a report gives to the next one. It takes the steps of a check and
/// evaluates no rule. Thread-safe.
/// </summary>
/// <param name="validator">Reads the drafts.</param>
/// <param name="limits">The limits of <paramref name="validator"/>.</param>
public sealed class ReportInspector(ReportValidator validator, EngineLimits limits)
{
    /// <summary>Reads a draft and shows the steps that were asked for.</summary>
    /// <param name="request">The draft and the steps to show; none: all of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What each step came to. A draft that cannot be read is such a reply too, with the reason.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public InspectReply Inspect(InspectRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var draft = validator.Read(request.Content.Memory, cancellationToken);
        var reply = new InspectReply { FileName = request.FileName, Reason = draft.Reason, ReasonText = draft.ReasonText };
        if (draft.Document is not { } document)
        {
            return reply;
        }

        reply.DocumentFormat = document.Format;
        var lines = Article.Of(document, [], cancellationToken);
        var spans = SectionFinder.Find(lines, []);
        if (Shows(request, InspectionStep.Document))
        {
            reply.Document.AddRange(document.Blocks.Select(DocumentStep.Of));
        }

        if (Shows(request, InspectionStep.Article))
        {
            reply.Article.AddRange(lines.Select(LineOf));
        }

        if (Shows(request, InspectionStep.Sections))
        {
            reply.Sections.AddRange(spans.Select(span => SectionOf(span, lines)));
        }

        if (Shows(request, InspectionStep.Tables))
        {
            reply.Tables.AddRange(ReportTemplate.Tables.Select(table =>
                TableStep.Of(table, ReportParser.LinesOf(table, spans, lines), draft.Report, limits)));
        }

        if (Shows(request, InspectionStep.Report))
        {
            reply.Report = draft.Report;
        }

        return reply;
    }

    private static bool Shows(InspectRequest request, InspectionStep step) => request.Steps.Count == 0 || request.Steps.Contains(step);

    private static InspectedLine LineOf(TextLine line, int index)
    {
        var inspected = new InspectedLine { Number = index + 1, Text = line.Text, Location = line.Position.ToLocation() };
        inspected.Cells.AddRange(line.Cells?.Select(cell => cell.Text) ?? []);
        return inspected;
    }

    private static InspectedSection SectionOf(SectionSpan span, IReadOnlyList<TextLine> lines) => new()
    {
        Ordinal = span.Section.Ordinal,
        Heading = span.Heading.Heading,
        FirstLine = span.Start + 1,
        LastLine = span.End,
        Location = lines[span.Heading.Line].Position.ToLocation(),
    };
}
