using Validation.Engine.Documents;
using Validation.Engine.Reports.Labels;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Pages;

/// <summary>The labels and headings of a table, as far as they stand on the pages as in the template.</summary>
internal sealed class PageLabels
{
    // Shorter labels, 其他 and 总计, are headings of columns too: only their place tells them from those.
    private const int LeastSure = 4;

    public PageLabels(TableTemplate table, IReadOnlyList<TableWord> words)
    {
        var finder = new PhraseFinder(words);
        var rows = table.Rows.Select((row, index) => (Index: index, row.Label, LabelWords.Of(row.Label).Length))
            .Where(row => row.Length > 0).OrderByDescending(row => row.Length).ToLookup(row => row.Length >= LeastSure);
        var headings = table.Rows.SelectMany(row => row.Headings).Distinct().OrderByDescending(heading => heading.Length)
            .ToLookup(heading => heading.Length >= LeastSure);

        // "1.属于国家秘密" and "7.属于行政执法案卷" may be broken behind their first character, and only the number tells them apart.
        AddRows(rows[true], isExact: true);
        AddRows(rows[true]);
        Edge = Rows.Select(row => row.Label!.Right).DefaultIfEmpty(double.NegativeInfinity).Max();
        AddHeadings(headings[true]);
        AddRows(rows[false], isPossible: word => !IsBehindLabels(word));
        AddHeadings(headings[false]);
        Rows.Sort(static (a, b) => a.Place.Order.CompareTo(b.Place.Order));
        IsExhausted = finder.IsExhausted;

        void AddRows(
            IEnumerable<(int Index, string Label, int Length)> rows, bool isExact = false, Func<TableWord, bool>? isPossible = null) =>
            Rows.AddRange(
                from row in rows
                from phrase in finder.FindAll(row.Label, isPossible, isExact)
                select new PageRow(phrase, row.Index));

        void AddHeadings(IEnumerable<string> headings) => Headings.AddRange(headings.SelectMany(heading =>
            finder.FindAll(heading, table.ColumnLabels.Contains(heading) ? IsBehindLabels : null)));
    }

    /// <summary>The rows whose labels were found, in the order of the pages.</summary>
    public List<PageRow> Rows { get; } = [];

    /// <summary>There are so many words that labels may stand there which were not found.</summary>
    public bool IsExhausted { get; }

    /// <summary>The right edge of the labels: what stands to the right of it stands in cells, or above them.</summary>
    public double Edge { get; }

    /// <summary>Where all headings stand, the longest first.</summary>
    public List<Phrase> Headings { get; } = [];

    /// <summary>Where a heading stands.</summary>
    public IEnumerable<Phrase> Heading(string heading) => Headings.Where(phrase => phrase.Label == heading);

    /// <summary>The places of the headings of a row's columns from left to right, as far as they were found; those of the first page where
    /// they are repeated. None: they do not stand in the order of the template.</summary>
    public IReadOnlyList<PagePlace> Columns(RowTemplate row)
    {
        var labels = row.Cells.Select(cell => cell.Column).ToList();
        var found = labels.CountBy(label => label).SelectMany(label => Heading(label.Key).Take(label.Value))
            .OrderBy(phrase => phrase.First.X).ToList();
        var areInOrder = found.Select(phrase => phrase.Label).SequenceEqual(labels.Where(label => Heading(label).Any()));
        return areInOrder ? found.ConvertAll(phrase => phrase.Boxes[^1]) : [];
    }

    private bool IsBehindLabels(TableWord word) => word.Box.CenterX > Edge;
}
