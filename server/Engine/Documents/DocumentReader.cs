using Validation.Engine.Documents.Html;
using Validation.Engine.Documents.Pdf;
using Validation.Engine.Documents.Rtf;
using Validation.Engine.Documents.Text;
using Validation.V1;

namespace Validation.Engine.Documents;

/// <summary>
/// Reads a file's bytes into a <see cref="Document"/>. The format is told by the content, never by a file name. Thread-safe.
/// </summary>
/// <param name="limits">How much is read before giving up.</param>
/// <param name="pages">Reads the words of PDF. Null: PDF is not read, and the result says so.</param>
/// <param name="time">Measures how long reading takes. Null: the system's.</param>
/// <param name="isSought">
/// Whether a document is what the caller looks for. A web page that is not is read once more with what its author has hidden, in case that
/// is. Null: what is visible is read and nothing else.
/// </param>
public sealed class DocumentReader(
    EngineLimits limits, IPageReader? pages = null, TimeProvider? time = null, Func<Document, bool>? isSought = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Reads one file. Content that cannot be read is a result, never an exception.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ReadResult Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        if (content.IsEmpty)
        {
            return ReadResult.Refusal(Reason.EmptyDocument);
        }

        if (content.Length > limits.DocumentBytes)
        {
            return ReadResult.Refusal(Reason.DocumentTooLarge);
        }

        var start = _time.GetTimestamp();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(limits.ReadTime);
        try
        {
            var document = Read(content, ContentFormat.Detect(content.Span), timeout.Token);

            // On a busy machine the timer may be late.
            return _time.GetElapsedTime(start) > limits.ReadTime ? ReadResult.Refusal(Reason.TimedOut) : ReadResult.Success(document);
        }
        catch (UnreadableException why)
        {
            return ReadResult.Refusal(why.Reason, why.FoundFormat);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ReadResult.Refusal(Reason.TimedOut);
        }
    }

    private Document Read(ReadOnlyMemory<byte> content, FoundFormat format, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return format.Kind switch
        {
            ContentKind.Text => PlainTextReader.Read(content.Span, limits),
            ContentKind.Package => PackageReader.Read(content, limits, cancellationToken),
            ContentKind.CompoundFile => CompoundReader.Read(content, limits, cancellationToken),
            ContentKind.Rtf => RtfReader.Read(content.Span, limits, cancellationToken),
            ContentKind.Pdf => PdfReader.Read(content[format.Start..], pages, limits, cancellationToken),
            ContentKind.Html => HtmlReader.Read(content.Span, limits, isSought, cancellationToken),
            _ => throw new UnreadableException(Reason.UnsupportedFormat, format.Name),
        };
    }
}
