using Validation.Engine.Reports.Articles;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Tables.Pages;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Tables.Values;
using Validation.Engine.Reports.Text;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Tables;

/// <summary>Reads one table of the template from the lines that hold it, into the cells of a report.</summary>
internal static class TableReader
{
    private const int LeastHeadings = 2;

    private static readonly char[] Edges = [' ', '\t', '|', '｜', '│', '\u3000'];

    /// <summary>
    /// Reads the table in whichever way finds more of it, into the cells and deviations of the report. Lines of its section that are none
    /// of it are taken out; a section beyond the limits is not searched.
    /// </summary>
    /// <returns>How many of its rows were found.</returns>
    public static int Read(TableTemplate table, List<TextLine> content, Report report, EngineLimits limits)
    {
        var deviations = new List<Deviation>();
        TableFurniture.Drop(content, deviations);
        var reading = Read(table, content, limits);
        if (reading is { IsFound: true })
        {
            // Text beside a document's table may repeat one of its rows.
            var isDocumentTable = content.Exists(static line => line.Cells is not null);
            var beside = isDocumentTable ? FlowRecords.Read(content.FindAll(static line => line.Cells is null)) : [];
            new TableWriter(reading, report, deviations).Write(beside);
            report.Deviations.AddRange(deviations);
            return reading.Found;
        }

        // Where its labels are, its numbers may be: which is which is not certain.
        var number = content.FindIndex(static line => EndsWithNumber(line.Text));
        if (reading is not null && number >= 0 && HasLabels(table, content))
        {
            report.Deviations.Note(Kind.UnreadableRow, table.Rows[0].Key, content[number].Position);
        }
        else
        {
            report.Deviations.Note(reading is null ? Kind.OverlongTable : Kind.MissingTable, table.Key, null, table.Section.Name);
        }

        return 0;
    }

    /// <summary>The best reading of the section that holds a table, which may have found nothing. Null: the section is too long.</summary>
    internal static TableReading? Read(TableTemplate table, List<TextLine> content, EngineLimits limits)
    {
        // A record takes a character of a label and one of a number at least: only a long section is counted before it is searched.
        var characters = content.Sum(static line => (long)line.Text.Length);
        var cells = GridRecords.Read(content);
        var flow = new Lazy<List<TableRecord>>(() => FlowRecords.Read(content));
        if (characters > limits.SectionCharacters || cells.Count > limits.SectionRows
            || (characters / 2 >= limits.SectionRows && flow.Value.Count > limits.SectionRows))
        {
            return null;
        }

        var pages = PageRecords.Read(table, content);
        var grid = new TableReading(table, pages.Count > 0 ? pages : cells, content);

        // What a table's columns say is never overruled by the order of its numbers alone.
        if (grid.Readable == table.Rows.Count || (pages.Count == 0 && grid.IsFound && cells[0].HasColumns))
        {
            return grid;
        }

        // What is not certain from the places on a page is not to be guessed from the order of the words.
        var text = new TableReading(table, flow.Value, content);
        var isBetter = pages.Count > 0
            ? text.Found > grid.Found && grid.Readable == grid.Found && text.Agrees(grid)
            : text.Readable > grid.Readable;
        return isBetter ? text : grid;
    }

    // The table is there in a form that cannot be read: turned, broken, its words out of order.
    private static bool HasLabels(TableTemplate table, List<TextLine> content)
    {
        // Prose that speaks of what the rows are about does not speak of the columns.
        var text = string.Concat(content.Select(static line => Characters.Words(line.Text)));
        return table.Rows is [{ Label.Length: 0 } only]
            ? LabelMatch.OfCharacters(text, only.Headings) >= Thresholds.TraceCharacters
            : table.Rows.Count(row => text.Contains(Characters.Words(row.Label), StringComparison.Ordinal)) * 2 >= table.Rows.Count
                && LabelWords.Of(table).Columns.Count(label => text.Contains(label, StringComparison.Ordinal)) >= LeastHeadings;
    }

    // Such a line is one of a table, wherever its label is.
    private static bool EndsWithNumber(string line) =>
        line.TrimEnd(Edges) is [.., var last] && char.IsAsciiDigit(Characters.Fold(last));
}
