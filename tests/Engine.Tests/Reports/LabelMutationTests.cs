using Validation.Engine.Documents;
using Validation.Engine.Tests.Support;
using Validation.Template;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Tests.Reports;

/// <summary>Every label with one character wrong: the numbers must come back, and the label must be reported, and no other.</summary>
public sealed class LabelMutationTests
{
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
        var failures = new List<string>();
        foreach (var altered in Alterations(label))
        {
            string Change(string other) => other == label ? altered : other;
            foreach (var layout in Layouts)
            {
                var text = new ReportText(cell => $"{Numbers[cell]}") { Label = Change }.Write(layout);
                Note(failures, $"{layout} {altered}", Sample.Check(text), 1, 1);
            }

            var document = new RowDocument(cell => $"{Numbers[cell]}") { Label = Change }.Write();
            Note(failures, $"rows {altered}", Check(document), 1, 1);
        }

        failures.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(OtherLabels))]
    public void Check_HeadingAltered_AllNumbers(string label)
    {
        var failures = new List<string>();
        foreach (var altered in Alterations(label))
        {
            string Change(string other) => other == label ? altered : other;
            foreach (var layout in Layouts)
            {
                var text = new ReportText(cell => $"{Numbers[cell]}") { Label = Change }.Write(layout);
                Note(failures, $"{layout} {altered}", Sample.Check(text), 0, 20);
            }

            var document = new RowDocument(cell => $"{Numbers[cell]}") { Label = Change }.Write();
            Note(failures, $"rows {altered}", Check(document), 0, 20);
        }

        failures.ShouldBeEmpty();
    }

    private static ValidateReply Check(Document document) =>
        new ReportValidator().Check(document, TestRules.National, CancellationToken.None);

    private static void Note(List<string> failures, string name, ValidateReply reply, int least, int most)
    {
        var wrong = ReportTemplate.Cells.Values.Count(cell => reply.Report is null || cell.Of(reply.Report).Value != Numbers[cell]);
        var kinds = reply.Report?.Deviations.Select(deviation => deviation.Kind).ToList() ?? [];
        var labels = kinds.Count(kind => kind == Kind.Label);
        if (wrong > 0 || labels < least || labels > most || kinds.Exists(kind => kind != Kind.Label))
        {
            failures.Add($"{name}: {wrong} wrong, {string.Join(' ', kinds)}");
        }
    }

    // Words alone: marks and numbers of a label may differ.
    private static IEnumerable<string> Alterations(string label)
    {
        for (var i = 0; i < label.Length; i++)
        {
            if (char.IsLetter(label[i]) && !"一二三四五六七八九十".Contains(label[i], StringComparison.Ordinal))
            {
                yield return label.Remove(i, 1);
                yield return label[..i] + "某" + label[(i + 1)..];
            }
        }
    }
}
