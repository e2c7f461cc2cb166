using Validation.Cel;
using Validation.Form;

namespace Validation.Engine.Rules.Facts;

/// <summary>表二 as rules see it, under the variable <c>disclosure</c>.</summary>
internal static class DisclosureFacts
{
    private static readonly TableTemplate Template = DisclosureTemplate.Table;

    /// <summary>The type of 表二, the variable <c>disclosure</c> of rules.</summary>
    public static readonly PartType Table = new("disclosure", 1, () =>
    [
        .. TableFacts.Common(Template, CelType.Dyn),
        .. Template.Rows.Select(row =>
            TableFacts.Field(FactPaths.LastOf(row.Key), new PartType("disclosure_row", 1, () => RowFields(row)), _ => 0, row.Label)),
    ]);

    private static IEnumerable<ObjectField> RowFields(RowTemplate row)
    {
        yield return FactField<Part>.Of("label", _ => row.Label, "行的名称");
        foreach (var cell in row.Cells)
        {
            var index = ReportFacts.FirstOf(Template) + Template.Cells.ToList().IndexOf(cell);
            var type = cell.HasDecimals ? CellFact.Amount : CellFact.Count;
            yield return FactField<Part>.Of(FactPaths.LastOf(cell.Path), type, part => part.Facts.Cell(index), cell.Column);
        }
    }
}
