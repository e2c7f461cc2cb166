using Validation.Engine;
using Validation.Engine.Documents.Pdf;
using Validation.V1;

namespace Validation.PdfWords.Workers;

/// <summary>The result of reading a document: the reason why it was not read, or the words of its pages.</summary>
internal static class Reply
{
    // A page of a report has some hundred words of 40 bytes each.
    private const int MostBytes = 64 * 1024 * 1024;
    private const uint Mark = 0x50445304;

    /// <summary>Sends what was read of the document to the server.</summary>
    /// <exception cref="IOException">The server is gone.</exception>
    public static void Write(Stream stream, uint number, PageReading reading)
    {
        var content = new WordWriter(MostBytes);
        var isWhole = content.TryWrite(reading);
        if (!isWhole)
        {
            content = new WordWriter(MostBytes);
            content.TryWrite(PageReading.Refusal(Reason.DocumentTooLarge));
        }

        Frame.Write(stream, Mark, number, content.Written);
    }

    /// <summary>Receives the reply to a request.</summary>
    /// <returns>Null: the reader has ended.</returns>
    /// <exception cref="InvalidDataException">It makes no sense, or answers another request.</exception>
    public static PageReading? Read(Stream stream, uint number, EngineLimits limits)
    {
        if (Frame.Read(stream, Mark, MostBytes) is not var (answered, content))
        {
            return null;
        }

        return answered == number
            ? new WordParser(content, limits).Parse()
            : throw new InvalidDataException("The answer to another request.");
    }
}
