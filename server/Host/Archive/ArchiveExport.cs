using Validation.Server.Outcomes;
using Validation.Server.Store;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>A file that leaves the archive.</summary>
/// <param name="Chunks">Its parts, the first of which names it. They are read from the store as they are asked for.</param>
internal sealed record ExportedFile(IAsyncEnumerable<ExportChunk> Chunks);

/// <summary>Decides what is to be exported, for both doors. Thread-safe.</summary>
internal sealed class ArchiveExport(ArchiveDesk desk, ArchiveReader reader, OriginalExport originals, TableExport tables)
{
    /// <summary>Opens what is to be exported.</summary>
    /// <returns>The file. Invalid: the format is not given, or an original without an id. NotFound: there is no such report.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<ExportedFile>> OpenAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        switch (request.Format)
        {
            case ExportFormat.Original:
                var original = await originals.FindAsync(request.Id, cancellationToken);
                return original.Then<ExportedFile>(found => new ExportedFile(originals.ReadAsync(found, cancellationToken)));
            case ExportFormat.Csv or ExportFormat.Json:
                if (request.Id.Length > 0 && await reader.FindAsync(request.Id, cancellationToken) is null)
                {
                    return new Refusal(RefusalKind.NotFound, ArchiveTexts.NoSuchReport(OneLine.Of(request.Id)));
                }

                var filter = desk.FilterOf(request.Filter);
                return new ExportedFile(tables.ReadAsync(request.Format, filter, request.Id, cancellationToken));
            default:
                return new Refusal(RefusalKind.Invalid, ArchiveTexts.FormatUnknown) { Field = "format" };
        }
    }
}
