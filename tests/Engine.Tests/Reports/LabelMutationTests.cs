using Validation.Engine.Tests.Support;
using Validation.Form;
using Validation.Tests.Support;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Tests.Reports;

/// <summary>Every label with one character wrong: the numbers must come back, and the label must be reported, and no other.</summary>
[Trait("Size", "Exhaustive")]
public sealed class LabelMutationTests
{
    private const int Some = 8;

    private static readonly NumbersThatBalance Numbers = new(11, 40);

    private static readonly Layout[] Layouts =
    [
        Layout.IndentedCells, Layout.PlainCells, Layout.TabRows, Layout.PipeRows, Layout.PdfText, Layout.PipeBehindCells,
        Layout.PipeBetweenCells,
    ];

    public static TheoryData<string> RowLabels() =>
        [.. ReportTemplate.Tables.SelectMany(table => table.Rows).Select(row => row.Label).Where(label => label.Length > 0)];

    public static TheoryData<string> OtherLabels() =>
        [.. ReportTemplate.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Headings).Distinct()];

    [Theory]
    [MemberData(nameof(RowLabels))]
    public void Check_RowLabelAltered_AllNumbersAndOneLabelReported(string label)
    {
        Exhaustive.Try(Alterations(label), Some, altered => Check(label, altered, 1, 1), label);
    }

    [Theory]
    [MemberData(nameof(OtherLabels))]
    public void Check_HeadingAltered_AllNumbers(string label)
    {
        Exhaustive.Try(Alterations(label), Some, altered => Check(label, altered, 0, 20), label);
    }

    private static void Check(string label, Altered altered, int least, int most)
    {
        string Change(string other) => other == label ? altered.Label : other;

        var reply = altered.Layout is { } layout
            ? Sample.Check(new ReportText(cell => $"{Numbers[cell]}") { Label = Change }.Write(layout))
            : CheckedDocument.Reply(new RowDocument(cell => $"{Numbers[cell]}") { Label = Change }.Write());

        reply.Report.ShouldNotBeNull();
        ReportTemplate.Cells.Values.Where(cell => cell.Of(reply.Report).Value != Numbers[cell]).Select(cell => cell.Path).ShouldBeEmpty();
        var kinds = reply.Report.Deviations.Select(deviation => deviation.Kind).ToList();
        kinds.ShouldAllBe(kind => kind == Kind.Label);
        kinds.Count.ShouldBeInRange(least, most);
    }

    // Words alone: marks and numbers of a label may differ.
    private static IEnumerable<Altered> Alterations(string label) =>
        from i in Enumerable.Range(0, label.Length)
        where char.IsLetter(label[i]) && !"一二三四五六七八九十".Contains(label[i], StringComparison.Ordinal)
        from altered in new[] { label.Remove(i, 1), label[..i] + "某" + label[(i + 1)..] }
        from layout in Layouts.Cast<Layout?>().Append(null)
        select new Altered(altered, layout);

    // No layout: a document whose tables have rows and cells.
    private sealed record Altered(string Label, Layout? Layout);
}
