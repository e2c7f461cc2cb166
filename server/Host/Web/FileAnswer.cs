using System.Text;
using Microsoft.Net.Http.Headers;
using Validation.V1;

namespace Validation.Server.Web;

/// <summary>Answers a request with a file to save, never to show.</summary>
internal static class FileAnswer
{
    /// <summary>Begins the answer: its kind, and the name under which it is saved.</summary>
    public static void Begin(HttpResponse response, string mediaType, string fileName)
    {
        response.ContentType = mediaType;
        response.Headers.ContentDisposition = DispositionOf(fileName);
    }

    /// <summary>Sends a file part by part. A failure in the middle breaks the connection, so that nobody takes half a file for a whole
    /// one.</summary>
    public static async Task SendAsync(HttpResponse response, IAsyncEnumerable<ExportChunk> chunks, CancellationToken cancellationToken)
    {
        await foreach (var chunk in chunks.WithCancellation(cancellationToken))
        {
            if (!response.HasStarted && chunk.MediaType.Length > 0)
            {
                Begin(response, chunk.MediaType, chunk.FileName);
            }

            await response.Body.WriteAsync(chunk.Content.Memory, cancellationToken);
        }
    }

    /// <summary>The header that names a file to save (RFC 6266): in ASCII for old programs, and whole in UTF-8 (RFC 8187).</summary>
    private static string DispositionOf(string fileName)
    {
        var name = new StringBuilder(fileName);
        foreach (var sign in Path.GetInvalidFileNameChars().Concat("/\\:*?\"<>|"))
        {
            name.Replace(sign, '_');
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name.ToString());
        return disposition.ToString();
    }
}
