using System.Buffers;
using Validation.Server.Admission;
using Validation.Server.Batches;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web.Uploads;

/// <summary>Reads a document from a request, and not a byte beyond the limit.</summary>
internal static class UploadBody
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Reads the body up to its end or to the limit.</summary>
    /// <exception cref="DocumentTooLargeException">There is more than the limit.</exception>
    /// <exception cref="ProblemException">There is more than the server has memory for.</exception>
    public static async Task<DraftBuffer> ReadAsync(Stream body, int limit, HeldBytes held, CancellationToken cancellationToken)
    {
        var draft = new DraftBuffer(held);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            while ((read = await body.ReadAsync(chunk, cancellationToken)) > 0)
            {
                if (read > limit - draft.Length)
                {
                    throw new DocumentTooLargeException();
                }

                if (await draft.AppendAsync(chunk.AsMemory(0, read), cancellationToken) is { } refusal)
                {
                    throw new ProblemException(refusal);
                }
            }

            return draft;
        }
        catch
        {
            draft.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk, clearArray: true);
        }
    }
}
