namespace Validation.Engine.Documents.Ofd;

/// <summary>How much work a file has made so far. A template or a composite counts again each time that a page draws it.</summary>
internal sealed class OfdWork(EngineLimits limits, CancellationToken cancellationToken)
{
    // Far more than a page has. Their memory is what is bounded: that of kept objects, and that of the characters of one text.
    private const int MostKept = 100_000;
    private const int MostOfText = 50_000;

    private int _pages;
    private int _kept;
    private long _operations;
    private long _shown;
    private long _hidden;
    private bool _hasImages;

    /// <summary>
    /// False: most of the text is invisible and there are images, so that a program has guessed the text from a scan, and it cannot be
    /// trusted.
    /// </summary>
    public bool IsTextShown => _hidden <= _shown || !_hasImages;

    /// <summary>Counts a page against the limit.</summary>
    /// <exception cref="UnreadableException">There are too many.</exception>
    public void CountPage() => Allow(++_pages <= limits.PrintedPage.Pages);

    /// <summary>Counts an object that is read or drawn.</summary>
    /// <exception cref="UnreadableException">There are too many.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void CountObject() => CountOperations(1);

    /// <summary>Counts an object that is kept until it is drawn.</summary>
    /// <exception cref="UnreadableException">There are too many at a time.</exception>
    public void KeepObject() => Allow(++_kept <= MostKept);

    /// <summary>Objects are kept no longer.</summary>
    public void ReleaseObjects(int count) => _kept -= count;

    /// <summary>Counts characters of one text that are about to be drawn.</summary>
    /// <param name="count">How many.</param>
    /// <param name="isHidden">They are drawn invisibly.</param>
    /// <exception cref="UnreadableException">There are too many.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void CountCharacters(int count, bool isHidden)
    {
        CountOperations(count);
        _shown += isHidden ? 0 : count;
        _hidden += isHidden ? count : 0;
        Allow(count <= MostOfText && _shown + _hidden <= limits.TextCharacters);
    }

    /// <summary>A page shows an image.</summary>
    public void NoteImage() => _hasImages = true;

    private void CountOperations(int count)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _operations += count;
        Allow(_operations <= limits.PrintedPage.Operations);
    }

    private static void Allow(bool isWithin)
    {
        UnreadableException.ThrowIfTooLarge(!isWithin);
    }
}
