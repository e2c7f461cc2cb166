using System.Globalization;
using CsvHelper;
using Google.Protobuf.WellKnownTypes;
using Validation.Form;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>Reports on file as a table: a line for each, a column for what is noted of it and for each of the 200 cells of the form. Two
/// lines come first: the names of the columns in Chinese, and those of the fields and cells in the contract.</summary>
internal static class ReportTable
{
    // Spreadsheets in Chinese take these for the signs that they look like, and those as formulas.
    private const string FullWidthSigns = "＝＋－＠";

    private static readonly Column[] Columns =
    [
        new("归档编号", "id", report => report.Id),
        new("机关", "organization", report => report.Organization),
        new("年度", "year", report => Text(report.Year)),
        new("结论", "verdict", report => ExportTexts.Of(report.Verdict)),
        new("错误", "errors", report => Text(report.Errors)),
        new("警告", "warnings", report => Text(report.Warnings)),
        new("提示", "infos", report => Text(report.Infos)),
        new("已认可", "accepted", report => Text(report.Accepted)),
        new("年报所写机关", "named_organization", report => report.NamedOrganization),
        new("年报所写年度", "named_year", report => report.NamedYear == 0 ? "" : Text(report.NamedYear)),
        new("文件名", "file_name", report => report.FileName),
        new("文件格式", "document_format", report => report.DocumentFormat),
        new("文件字节数", "size", report => Text(report.Size)),
        new("SHA-256", "sha256", report => report.Sha256),
        new("规则版本", "rule_set_version", report => report.RuleSetVersion),
        new("引擎版本", "engine_version", report => report.EngineVersion),
        new("归档人", "author", report => report.Author),
        new("归档所用密钥", "principal", report => report.Principal),
        new("归档说明", "filing_reason", report => report.FilingReason),
        new("归档时间（UTC）", "filed_at", report => Text(report.FiledAt)),
        new("取代它的编号", "superseded_by", report => report.SupersededBy),
    ];

    private static readonly CellTemplate[] Cells = [.. ReportTemplate.Tables.SelectMany(table => table.Cells)];

    /// <summary>How the table is written: as spreadsheets read it, without anything that they would run.</summary>
    public static CsvWriterOptions Form { get; } =
        CsvWriterOptions.Default with { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    /// <summary>Writes the two lines that name the columns.</summary>
    public static void WriteHead(CsvWriter csv)
    {
        var labels = ReportTemplate.Tables.SelectMany(table => table.Cells.Select(cell => $"{table.Name} {cell.Row} {cell.Column}"));
        csv.WriteRecord([.. Columns.Select(column => column.Label), .. labels]);
        csv.WriteRecord([.. Columns.Select(column => column.Field), .. Cells.Select(cell => cell.Path)]);
    }

    /// <summary>Writes the line of a report.</summary>
    public static void Write(CsvWriter csv, FiledReport report, Report content)
    {
        foreach (var column in Columns)
        {
            csv.WriteField(Harmless(column.Of(report)));
        }

        foreach (var template in Cells)
        {
            var cell = template.Of(content);
            if (cell.HasValue)
            {
                csv.WriteField(cell.Value, default, CultureInfo.InvariantCulture);
            }
            else
            {
                csv.WriteField(Harmless(cell.Text));
            }
        }

        csv.EndRecord();
    }

    /// <summary>A text that no spreadsheet takes for a formula because of a full-width sign; the writer sees to the others.</summary>
    public static string Harmless(string text)
    {
        return text.Length > 0 && FullWidthSigns.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
    }

    private static string Text(long number)
    {
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Text(Timestamp moment)
    {
        return moment.ToDateTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private sealed record Column(string Label, string Field, Func<FiledReport, string> Of);
}
