using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>
/// Reads a file's bytes into a <see cref="Document"/>. The format is told by the content, never by a file name. Thread-safe.
/// </summary>
/// <param name="limits">How much is read before giving up.</param>
public sealed class DocumentReader(EngineLimits limits)
{
    /// <summary>Reads one file. Content that cannot be read is a result, never an exception.</summary>
    public ReadResult Read(ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
        {
            return ReadResult.Refusal(Reason.EmptyDocument);
        }

        if (content.Length > limits.DocumentBytes)
        {
            return ReadResult.Refusal(Reason.DocumentTooLarge);
        }

        var format = ContentFormat.Detect(content.Span);
        return format is null
            ? PlainTextReader.Read(content.Span, limits)
            : ReadResult.Refusal(Reason.UnsupportedFormat, format);
    }
}
