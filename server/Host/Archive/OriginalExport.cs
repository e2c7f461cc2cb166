using System.Buffers;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Validation.Server.Outcomes;
using Validation.Server.Store;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Archive;

/// <summary>Brings the original of a report on file, byte for byte. Thread-safe.</summary>
internal sealed class OriginalExport(ArchiveReader reader)
{
    /// <summary>The most bytes of a part.</summary>
    public const int ChunkBytes = 256 * 1024;

    private const string MediaType = "application/octet-stream";

    /// <summary>Finds the report whose original is wanted.</summary>
    /// <returns>The report. Invalid: no id was given. NotFound: there is no such report.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<NumberedReport>> FindAsync(string id, CancellationToken cancellationToken)
    {
        return id.Length == 0 ? new Refusal(RefusalKind.Invalid, ArchiveTexts.OriginalNeedsId) { Field = "id" }
            : await reader.FindAsync(id, cancellationToken) is { } found ? found
            : new Refusal(RefusalKind.NotFound, ArchiveTexts.NoSuchReport(OneLine.Of(id)));
    }

    /// <summary>The original in parts, the first of which names it.</summary>
    /// <exception cref="StoreException">The store cannot be used, or the original is damaged or was removed meanwhile.</exception>
    public async IAsyncEnumerable<ExportChunk> ReadAsync(
        NumberedReport found, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new ExportChunk { FileName = found.Report.FileName, MediaType = MediaType, Sha256 = found.Report.Sha256 };
        var decoder = default(BrotliDecoder);
        try
        {
            var status = OperationStatus.NeedMoreData;
            await foreach (var part in reader.OriginalAsync(found.Number, cancellationToken))
            {
                ReadOnlyMemory<byte> rest = part;
                do
                {
                    var chunk = new byte[ChunkBytes];
                    status = decoder.Decompress(rest.Span, chunk, out var consumed, out var written);
                    rest = rest[consumed..];
                    if (written > 0)
                    {
                        yield return new ExportChunk { Content = UnsafeByteOperations.UnsafeWrap(chunk.AsMemory(0, written)) };
                    }
                }
                while (status == OperationStatus.DestinationTooSmall);
            }

            if (status != OperationStatus.Done)
            {
                throw new StoreException(StoreTexts.OriginalDamaged(found.Report.Id));
            }
        }
        finally
        {
            decoder.Dispose();
        }
    }
}
