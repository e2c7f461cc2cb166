using UglyToad.PdfPig.Logging;
using Validation.Engine;
using Validation.V1;

namespace Validation.PdfWords.Words;

/// <summary>Counts the work that a file has made so far, against the limits. Passed to PdfPig as its log, which is the one object that
/// reaches every part of the reading.</summary>
internal sealed class ReadingWork(EngineLimits limits, CancellationToken cancellationToken) : ILog
{
    private long _streamBytes;
    private long _operations;
    private long _glyphs;
    private long _shown;
    private long _hidden;
    private bool _hasImages;

    /// <summary>The layers of the file. Set once it is open.</summary>
    public Layers? Layers { get; set; }

    /// <summary>How many bytes the next stream may have, inflated.</summary>
    public long StreamBytes => Math.Min(limits.PrintedPage.StreamBytes, limits.PrintedPage.StreamsBytes - _streamBytes);

    /// <summary>Counts the pages of the file.</summary>
    /// <exception cref="WorkException">There are too many, or none.</exception>
    public void CountPages(int pages)
    {
        if (pages == 0)
        {
            throw new WorkException(Reason.DamagedDocument);
        }

        Allow(pages <= limits.PrintedPage.Pages);
    }

    /// <summary>Counts the bytes of a stream that was inflated.</summary>
    public void CountStream(long bytes)
    {
        _streamBytes += bytes;
        Allow(_streamBytes <= limits.PrintedPage.StreamsBytes);
    }

    /// <summary>Counts an operation of a page, or a character: once for each time that it is done.</summary>
    public void CountOperation()
    {
        cancellationToken.ThrowIfCancellationRequested();
        _operations++;
        Allow(_operations <= limits.PrintedPage.Operations);
    }

    /// <summary>Counts a character that is drawn.</summary>
    /// <param name="isHidden">It is drawn invisibly.</param>
    public void CountGlyph(bool isHidden)
    {
        CountOperation();
        _glyphs++;
        Allow(_glyphs <= limits.TextCharacters);
        _shown += isHidden ? 0 : 1;
        _hidden += isHidden ? 1 : 0;
    }

    /// <summary>Notes that a page shows an image.</summary>
    public void NoteImage() => _hasImages = true;

    /// <summary>Throws where most of the text is invisible and lies on images: a program has then guessed it from a scan.</summary>
    public void RequireShownText()
    {
        if (_hidden > _shown && _hasImages)
        {
            throw new WorkException(Reason.NoText);
        }
    }

    void ILog.Debug(string message)
    {
    }

    void ILog.Debug(string message, Exception ex)
    {
    }

    void ILog.Warn(string message)
    {
    }

    void ILog.Error(string message)
    {
    }

    void ILog.Error(string message, Exception ex)
    {
    }

    private static void Allow(bool isWithin)
    {
        if (!isWithin)
        {
            throw new WorkException(Reason.DocumentTooLarge);
        }
    }
}
