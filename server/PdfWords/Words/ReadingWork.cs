using UglyToad.PdfPig.Logging;
using Validation.Engine;
using Validation.V1;

namespace Validation.PdfWords.Words;

/// <summary>
/// How much work a file has made so far, and what PdfPig says of it. It goes to every part of the reading as PdfPig's log, the one object
/// that PdfPig hands on everywhere.
/// </summary>
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
    public long StreamBytes => Math.Min(limits.PageStreamBytes ?? long.MaxValue, (limits.PageStreamsBytes ?? long.MaxValue) - _streamBytes);

    /// <summary>Counts the pages of the file.</summary>
    /// <exception cref="WorkException">There are too many, or none.</exception>
    public void CountPages(int pages)
    {
        if (pages == 0)
        {
            throw new WorkException(Reason.DamagedDocument);
        }

        Allow(pages <= (limits.Pages ?? int.MaxValue));
    }

    /// <summary>Counts a stream that was inflated.</summary>
    public void CountStream(long bytes)
    {
        _streamBytes += bytes;
        Allow(_streamBytes <= (limits.PageStreamsBytes ?? long.MaxValue));
    }

    /// <summary>Counts an operation of a page, or a character, once for each time that it is done.</summary>
    public void CountOperation()
    {
        cancellationToken.ThrowIfCancellationRequested();
        _operations++;
        Allow(_operations <= (limits.PageOperations ?? long.MaxValue));
    }

    /// <summary>Counts a character that is drawn.</summary>
    /// <param name="isHidden">It is drawn invisibly.</param>
    public void CountGlyph(bool isHidden)
    {
        CountOperation();
        _glyphs++;
        Allow(_glyphs <= (limits.TextCharacters ?? int.MaxValue));
        _shown += isHidden ? 0 : 1;
        _hidden += isHidden ? 1 : 0;
    }

    /// <summary>A page shows an image.</summary>
    public void NoteImage() => _hasImages = true;

    /// <summary>Throws if most of the text lies invisibly on images: a program has guessed it from a scan.</summary>
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
