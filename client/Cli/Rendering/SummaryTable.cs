using System.Globalization;
using Validation.Client.Wording;

namespace Validation.Cli.Rendering;

/// <summary>Counts many drafts by verdict.</summary>
internal static class SummaryTable
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int Digits = 7;

    /// <summary>Prints the table. Rows for what should not be are there only when it is.</summary>
    /// <param name="page">Where it goes.</param>
    /// <param name="counts">The drafts that have an outcome.</param>
    /// <param name="left">Drafts that have none.</param>
    public static void Write(PageWriter page, Counts counts, int left)
    {
        List<(string Label, int Count, Ink Ink)> rows =
        [
            (VerdictWords.Accepted, counts.Accepted, Ink.Good),
            (VerdictWords.Rejected, counts.Rejected, Ink.Bad),
            (VerdictWords.NotDecided, counts.NotDecided, Ink.Doubtful),
            (VerdictWords.NotChecked, counts.NotChecked, Ink.Doubtful),
            (RenderingTexts.Left, left, Ink.Doubtful),
        ];
        var shown = rows.Where((row, index) => index < 2 || row.Count > 0)
            .Append((RenderingTexts.Total, counts.All + left, Ink.Strong))
            .ToList();
        var width = shown.Max(row => TextWidth.Of(row.Item1)) + Gap;
        page.Paragraph(0, Words.None, new Words(RenderingTexts.SummaryTitle, Ink.Strong));
        foreach (var (label, count, ink) in shown)
        {
            var number = count.ToString(CultureInfo.InvariantCulture).PadLeft(Digits);
            page.Paragraph(Indent, Words.None, new(TextWidth.Pad(label, width), count > 0 ? ink : Ink.Plain), new(number));
        }
    }
}
