using Validation.Form;

namespace Validation.Engine.Rules.Facts;

/// <summary>表四 as rules see it, under the variable <c>disputes</c>.</summary>
internal static class DisputeFacts
{
    private const int Outcomes = 4;

    private static readonly IReadOnlyList<DisputeGroup> Groups = DisputesTemplate.Groups;
    private static readonly int First = ReportFacts.FirstOf(DisputesTemplate.Table);
    private static readonly int Size = Groups[0].Cells.Count;

    /// <summary>The type of one of the three groups of 表四, as rules see it.</summary>
    public static readonly PartType Group = new("dispute_results", Groups.Count, () =>
    [
        FactField<Part>.Of("label", part => Groups[part.Index].Label, "组的名称"),
        TableFacts.Cells("cells", new PartKind(Groups.Count, (facts, group) => facts.Cells(First + (group * Size), Size)), "五格"),
        TableFacts.Cells("outcomes", new PartKind(Groups.Count, (facts, group) => facts.Cells(First + (group * Size), Outcomes)), "四种结果"),
        .. Groups[0].Cells.Select((cell, i) => FactField<Part>.Of(
            FactPaths.LastOf(cell.Path), CellFact.Count, part => part.Facts.Cell(First + (part.Index * Size) + i), cell.Column)),
    ]);

    /// <summary>The type of 表四, the variable <c>disputes</c> of rules.</summary>
    public static readonly PartType Table = new("disputes", 1, () =>
    [
        .. TableFacts.Common(DisputesTemplate.Table, CellFact.Count),
        TableFacts.List("groups", Group, [.. Enumerable.Range(0, Groups.Count)], "三组"),
        .. Groups.Select((group, i) => TableFacts.Field(FactPaths.LastOf(group.Key), Group, _ => i, group.Label)),
    ]);
}
