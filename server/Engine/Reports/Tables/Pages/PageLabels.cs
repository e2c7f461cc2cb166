using Validation.Engine.Documents;
using Validation.Template;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>The labels and headings of a table, as far as they stand on the pages as in the template.</summary>
internal sealed class PageLabels
{
    // Shorter labels, 其他 and 总计, are headings of columns too: only their place tells them from those.
    private const int LeastSure = 4;

    private readonly Dictionary<string, IReadOnlyList<Phrase>> _headings = new(StringComparer.Ordinal);

    public PageLabels(TableTemplate table, IReadOnlyList<TableWord> words)
    {
        var finder = new PhraseFinder(words);
        var rows = table.Rows
            .Select((row, i) => (Row: row, Index: i, RowAligner.LabelWords(row.Label).Length))
            .OrderByDescending(row => row.Length).ToList();
        // "1.属于国家秘密" and "7.属于行政执法案卷" may be broken behind their first character, and only the number tells them apart.
        var sure = rows.Where(row => row.Length >= LeastSure).ToList();
        foreach (var (row, index, _) in sure)
        {
            Add(finder.FindAll(row.Label, isExact: true), index);
        }

        foreach (var (row, index, _) in sure)
        {
            Add(finder.FindAll(row.Label), index);
        }

        if (Rows.Count == 0)
        {
            return;
        }

        Edge = Rows.Max(row => row.Label!.Right);
        var columns = table.Rows[0].Cells.Select(cell => cell.Column).ToHashSet(StringComparer.Ordinal);
        var headings = table.Rows.SelectMany(row => row.Headings).Distinct().OrderByDescending(heading => heading.Length).ToList();
        foreach (var heading in headings.Where(heading => heading.Length >= LeastSure))
        {
            _headings[heading] = finder.FindAll(heading, columns.Contains(heading) ? word => word.Box.CenterX > Edge : null);
        }

        foreach (var (row, index, _) in rows.Where(row => row.Length < LeastSure))
        {
            Add(finder.FindAll(row.Label, word => word.Box.CenterX < Edge), index);
        }

        foreach (var heading in headings.Where(heading => heading.Length < LeastSure))
        {
            _headings[heading] = finder.FindAll(heading, word => word.Box.CenterX > Edge);
        }

        foreach (var row in finder.IsExhausted ? Rows : [])
        {
            row.IsUnclear = true;
        }

        Rows.Sort(static (a, b) => a.Order.CompareTo(b.Order));
    }

    /// <summary>The rows whose labels were found, in the order of the pages.</summary>
    public List<PageRow> Rows { get; } = [];

    /// <summary>The right edge of the labels: what stands to the right of it stands in cells, or above them.</summary>
    public double Edge { get; }

    /// <summary>Where a heading stands.</summary>
    public IReadOnlyList<Phrase> Heading(string heading) => _headings.GetValueOrDefault(heading) ?? [];

    /// <summary>Where all headings stand.</summary>
    public IEnumerable<Phrase> Headings => _headings.Values.SelectMany(phrases => phrases);

    /// <summary>The places of the headings of columns, those of the first page where they are repeated.</summary>
    public IReadOnlyList<PagePlace> Columns(RowTemplate row) =>
        [.. row.Cells.SelectMany(cell => Heading(cell.Column).Take(1)).Select(phrase => phrase.First)];

    private void Add(IReadOnlyList<Phrase> phrases, int index) =>
        Rows.AddRange(phrases.Select(phrase => new PageRow(phrase.Boxes, phrase, index)));
}
