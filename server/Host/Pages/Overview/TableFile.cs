using CsvHelper;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;
using Validation.Server.Archive;
using Validation.Server.Wording;

namespace Validation.Server.Pages.Overview;

/// <summary>Writes a table of texts as spreadsheets read it. No text is ever taken for a formula.</summary>
internal static class TableFile
{
    /// <summary>The media type of CSV.</summary>
    public const string CsvType = "text/csv; charset=utf-8";

    /// <summary>The media type of a workbook (ISO/IEC 29500).</summary>
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int FirstWidth = 40;
    private const int OtherWidth = 16;

    /// <summary>Writes the table as CSV in UTF-8 with a byte order mark.</summary>
    public static async Task WriteCsvAsync(
        Stream file, IReadOnlyList<string> head, IAsyncEnumerable<string[]> lines, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(file, ReportTable.Form, leaveOpen: true);
        csv.WriteRecord([.. head]);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            csv.WriteRecord([.. line.Select(ReportTable.Harmless)]);
        }

        await csv.FlushAsync(cancellationToken);
    }

    /// <summary>Writes the table as a workbook of one sheet. Each cell is a text.</summary>
    public static async Task WriteXlsxAsync(
        Stream file, string title, IReadOnlyList<string> head, IAsyncEnumerable<string[]> lines, CancellationToken cancellationToken)
    {
        await using var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancellationToken);
        var options = new WorksheetOptions { FrozenRows = 1 };
        for (var column = 1; column <= head.Count; column++)
        {
            options.Column(column).Width = column <= 2 ? FirstWidth : OtherWidth;
        }

        await book.StartWorksheetAsync(title, options, cancellationToken);
        var bold = book.AddStyle(new Style { Font = { Bold = true } });
        await book.AddRowAsync([.. head.Select(text => new Cell(text, bold))], cancellationToken);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            await book.AddRowAsync([.. line.Select(text => new DataCell(OneLine.Of(text)))], cancellationToken);
        }

        await book.FinishAsync(cancellationToken);
    }
}
