using System.Globalization;
using CsvHelper;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli.Archive;

/// <summary>How bodies stand in a year, as CSV: one line for each body. A name that a spreadsheet would take for a formula is
/// text.</summary>
internal static class StandingTable
{
    // Redirected into a file, the mark tells spreadsheets that it is UTF-8.
    private const char ByteOrderMark = '\uFEFF';

    private static readonly CsvWriterOptions Form = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <summary>Prints a line with the names of the columns, then one for each body.</summary>
    public static void Write(Terminal terminal, IEnumerable<BodyStanding> standings)
    {
        var output = terminal.Columns is null ? terminal.Output : new PlainWriter(terminal.Output);
        if (terminal.Columns is null)
        {
            output.Write(ByteOrderMark);
        }

        using var csv = CsvWriter.Create(output, Form, leaveOpen: true);
        csv.WriteRecord([.. ArchiveTexts.StandingColumns]);
        foreach (var one in standings)
        {
            csv.WriteField(one.Organization);
            csv.WriteField(ArchiveTexts.YesOrNo(one.Listed));
            csv.WriteField(ArchiveTexts.YesOrNo(one.Id.Length > 0));
            csv.WriteField(one.Id);
            WriteCheck(csv, one);
            csv.WriteField(CliTexts.Moment(terminal.Time, one.FiledAt));
            csv.EndRecord();
        }
    }

    // Zeros would say that a report without findings is on file.
    private static void WriteCheck(CsvWriter csv, BodyStanding one)
    {
        if (one.Id.Length == 0)
        {
            csv.WriteField(string.Empty);
            csv.WriteField(string.Empty);
            csv.WriteField(string.Empty);
            csv.WriteField(string.Empty);
            return;
        }

        csv.WriteField(VerdictWords.Of(one.Verdict));
        csv.WriteField(one.Errors, default, CultureInfo.InvariantCulture);
        csv.WriteField(one.Warnings, default, CultureInfo.InvariantCulture);
        csv.WriteField(one.Infos, default, CultureInfo.InvariantCulture);
    }
}
