using Validation.Engine.Reports.Tables.Rows;
using Validation.Form;
using Validation.V1;
using State = Validation.V1.Cell.Types.State;

namespace Validation.Engine;

/// <summary>A report in which some cells say something else: what a draft would be once its clerk had changed them.</summary>
public static class EditedReport
{
    private const int Sections = 6;

    /// <summary>A copy of a report that has all its parts, in which the cells of the edits hold their texts.</summary>
    /// <param name="report">The report, as it was read, or as somebody says that it was. It is not changed.</param>
    /// <param name="edits">The cells, by path, with the texts that are to stand there; the place of a cell stays as it is.</param>
    /// <returns>The copy. Null: an edit is of no cell of the form, or the report holds what no reader finds.</returns>
    public static Report? Of(Report report, IEnumerable<CellEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        var edited = ReportTemplate.NewReport();
        edited.MergeFrom(report);
        if (!IsPossible(edited))
        {
            return null;
        }

        foreach (var edit in edits)
        {
            if (!ReportTemplate.Cells.TryGetValue(edit.Path, out var template))
            {
                return null;
            }

            var cell = template.Of(edited);
            var place = cell.Location;
            cell.ClearValue();
            CellText.Fill(cell, new Token(TokenKind.Value, edit.Text, default), template.HasDecimals);
            cell.Location = place;
        }

        return edited;
    }

    private static bool IsPossible(Report report) =>
        ReportTemplate.Cells.Values.All(template => IsPossible(template.Of(report)))
        && report.Sections.All(section => section.Ordinal is >= 1 and <= Sections)
        && report.Sections.DistinctBy(section => section.Ordinal).Count() == report.Sections.Count
        && report.Claims.All(claim => IsKnown(claim.Kind) && double.IsFinite(claim.Value))
        && report.Breakdowns.All(one => double.IsFinite(one.Total) && one.Parts.All(part => double.IsFinite(part.Value)))
        && report.Shares.All(share => double.IsFinite(share.Part) && double.IsFinite(share.Percent) && share.Bases.All(double.IsFinite))
        && report.Deviations.All(deviation => IsKnown(deviation.Kind) && deviation.Cells.All(IsPossible));

    // The first member of every enumeration says nothing, which no reader does.
    private static bool IsKnown<T>(T kind)
        where T : struct, Enum => Enum.IsDefined(kind) && !kind.Equals(default(T));

    private static bool IsPossible(Cell cell) =>
        Enum.IsDefined(cell.State) && cell.HasValue == (cell.State == State.Number) && double.IsFinite(cell.Value) && cell.Value >= 0;
}
