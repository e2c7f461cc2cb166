using System.Text.RegularExpressions;
using Validation.Engine.Documents;
using Validation.Engine.Reports.Tables.Pages;
using Validation.Engine.Reports.Text;
using Validation.Template;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Tables;

/// <summary>Reads one table of the template from the lines that hold it, into the cells of a report.</summary>
internal static partial class TableReader
{
    /// <summary>Reads the table in whichever way finds more of it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="lines">The section that holds it.</param>
    /// <param name="report">Takes its cells, and where it departs from the template.</param>
    /// <param name="limits">A section that exceeds them is not searched.</param>
    /// <returns>How many of its rows were found.</returns>
    public static int Read(TableTemplate table, IReadOnlyList<Paragraph> lines, Report report, EngineLimits limits)
    {
        var deviations = new List<Deviation>();
        var content = WithoutFurniture(lines, deviations);
        var isOverlong = content.Sum(line => (long)line.Text.Length) > limits.SectionCharacters;
        IReadOnlyList<TableRecord> cells = isOverlong ? [] : GridRecords.Read(content);
        IReadOnlyList<TableRecord> flow = isOverlong ? [] : FlowRecords.Read(content);
        if (isOverlong || Math.Max(cells.Count, flow.Count) > limits.SectionRows)
        {
            report.Deviations.Add(new Deviation { Kind = Kind.OverlongTable, Path = table.Key, Expected = table.Section.Name });
            return 0;
        }

        var hasPlaces = content.Exists(line => line.Cells is not null || line.Words is not null);
        var best = Best(table, PageRecords.Read(table, content), cells, flow, hasPlaces);
        if (!best.IsFound)
        {
            // Where its labels are, its numbers may be: which is which is not certain.
            var first = TableTraces.First(table, content);
            report.Deviations.Add(first is null
                ? new Deviation { Kind = Kind.MissingTable, Path = table.Key, Expected = table.Section.Name }
                : new Deviation { Kind = Kind.UnreadableRow, Path = table.Rows[0].Key, Location = first.Value.Position.ToLocation() });
            return 0;
        }

        best.Beside = cells.Count > 0 && cells[0].HasColumns ? FlowRecords.Read(content.FindAll(line => line.Cells is null)) : [];
        best.WriteTo(report, deviations);
        report.Deviations.AddRange(deviations);
        return best.Found;
    }

    private static TableReading Best(
        TableTemplate table,
        IReadOnlyList<TableRecord> pages,
        IReadOnlyList<TableRecord> cells,
        IReadOnlyList<TableRecord> flow,
        bool hasPlaces)
    {
        var grid = new TableReading(table, pages.Count > 0 ? pages : cells, mayLackBlanks: !hasPlaces);
        // What a table's columns say is never overruled by the order of its numbers alone.
        if (grid.Readable == table.Rows.Count || (pages.Count == 0 && grid.IsFound && cells[0].HasColumns))
        {
            return grid;
        }

        // What is not certain from the places on a page is not to be guessed from the order of the words.
        var text = new TableReading(table, flow, mayLackBlanks: !hasPlaces);
        var isBetter = pages.Count > 0
            ? text.Found > grid.Found && grid.Readable == grid.Found && text.Agrees(grid)
            : text.Readable > grid.Readable;
        return isBetter ? text : grid;
    }

    private static List<Paragraph> WithoutFurniture(IReadOnlyList<Paragraph> lines, List<Deviation> deviations)
    {
        var content = new List<Paragraph>(lines.Count);
        foreach (var line in lines)
        {
            // What remains on a page is no page number: it may be a row of dashes.
            if (line.Words is null && PageNumbers.IsCertain(line.Text))
            {
                deviations.Add(new Deviation { Kind = Kind.PageNumber, Actual = line.Text.Trim(), Location = line.Position.ToLocation() });
            }
            else if (!line.Text.Contains("---", StringComparison.Ordinal) || !MarkdownRule().IsMatch(line.Text))
            {
                content.Add(line);
            }
        }

        return content;
    }

    // "|---|:---:|", the line under the headings of a Markdown table.
    [GeneratedRegex(@"^\s*(?:\|\s*)?:?---+:?\s*(?:\|\s*:?---+:?\s*)+\|?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex MarkdownRule();
}
