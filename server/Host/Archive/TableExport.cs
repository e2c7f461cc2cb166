using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Google.Protobuf;
using Validation.Server.Store;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>Brings reports on file as one table, however many there are: only a few are in memory at once. Thread-safe.</summary>
internal sealed class TableExport(ArchiveReader reader)
{
    /// <summary>The media type of JSON lines.</summary>
    public const string JsonType = "application/x-ndjson";

    private const int ReportsAtOnce = 50;
    private const string CsvType = "text/csv; charset=utf-8";

    private static readonly JsonFormatter Json =
        new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithPreserveProtoFieldNames(true));

    /// <summary>The table in parts, the first of which names it. A report that is removed meanwhile is left out.</summary>
    /// <param name="format">CSV or JSON lines.</param>
    /// <param name="filter">Which reports.</param>
    /// <param name="id">The id of the only report that is meant. Empty: all of the filter.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async IAsyncEnumerable<ExportChunk> ReadAsync(
        ExportFormat format, ArchiveFilter filter, string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isCsv = format == ExportFormat.Csv;
        yield return new ExportChunk
        {
            FileName = NameOf(filter, id) + (isCsv ? ".csv" : ".jsonl"), MediaType = isCsv ? CsvType : JsonType,
        };
        using var written = new MemoryStream();
        await using var csv = isCsv ? CsvWriter.Create(written, ReportTable.Form, leaveOpen: true) : null;
        if (csv is not null)
        {
            ReportTable.WriteHead(csv);
            await csv.FlushAsync(cancellationToken);
        }

        foreach (var chunk in Take(written))
        {
            yield return chunk;
        }

        await foreach (var reports in BatchesAsync(filter, id, cancellationToken))
        {
            await foreach (var report in WithContentAsync(reports, withFindings: !isCsv, cancellationToken))
            {
                if (csv is null)
                {
                    written.Write(Encoding.UTF8.GetBytes(Json.Format(report) + "\n"));
                    continue;
                }

                ReportTable.Write(csv, report.Report, report.Content);
                await csv.FlushAsync(cancellationToken);
            }

            foreach (var chunk in Take(written))
            {
                yield return chunk;
            }
        }
    }

    private static string NameOf(ArchiveFilter filter, string id)
    {
        return id.Length > 0 ? $"{ExportTexts.TableName} {OneLine.Of(id)}"
            : filter.Year == 0 ? ExportTexts.TableName
            : string.Create(CultureInfo.InvariantCulture, $"{ExportTexts.TableName} {filter.Year}");
    }

    private static IEnumerable<ExportChunk> Take(MemoryStream written)
    {
        var bytes = written.ToArray();
        written.SetLength(0);
        for (var at = 0; at < bytes.Length; at += OriginalExport.ChunkBytes)
        {
            var part = bytes.AsMemory(at, Math.Min(OriginalExport.ChunkBytes, bytes.Length - at));
            yield return new ExportChunk { Content = UnsafeByteOperations.UnsafeWrap(part) };
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<NumberedReport>> BatchesAsync(
        ArchiveFilter filter, string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (id.Length > 0)
        {
            if (await reader.FindAsync(id, cancellationToken) is { } only)
            {
                yield return [only];
            }

            yield break;
        }

        var before = long.MaxValue;
        while (await reader.ListAsync(filter, before, ReportsAtOnce, cancellationToken) is { Count: > 0 } reports)
        {
            before = reports[^1].Number;
            yield return reports;
        }
    }

    private async IAsyncEnumerable<GetFiledReportReply> WithContentAsync(
        IReadOnlyList<NumberedReport> reports, bool withFindings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var numbers = reports.Select(report => report.Number).ToList();
        var contents = await reader.PackedAsync(numbers, ArchiveStore.OfReport, cancellationToken);
        var findings = withFindings ? await reader.PackedAsync(numbers, ArchiveStore.OfFindings, cancellationToken) : null;
        foreach (var (number, report) in reports)
        {
            if (!contents.TryGetValue(number, out var content))
            {
                continue;
            }

            var reply = new GetFiledReportReply { Report = report, Content = Report.Parser.ParseFrom(ArchivePack.Unpack(content)) };
            if (findings?.TryGetValue(number, out var found) == true)
            {
                reply.Findings.AddRange(ValidateReply.Parser.ParseFrom(ArchivePack.Unpack(found)).Findings);
            }

            yield return reply;
        }
    }
}
