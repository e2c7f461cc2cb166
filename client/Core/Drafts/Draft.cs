namespace Validation.Client.Drafts;

/// <summary>A draft to check: its name and the way to its bytes. Immutable. The bytes are read when the draft is checked.</summary>
public sealed class Draft : DraftName
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ReadOnlyMemory<byte> _content;

    private Draft(string name, string? path, ReadOnlyMemory<byte> content)
        : base(name, path)
    {
        _content = content;
    }

    /// <summary>The largest draft that is sent, in bytes; servers take less.</summary>
    internal static int MaxBytes => 128 << 20;

    /// <summary>Last year's report of the same body, with which the server compares the draft. Null: it is compared with none that this
    /// program sends.</summary>
    public Draft? Prior { get; private init; }

    /// <summary>True: a draft whose <see cref="Prior"/> cannot be read is checked without it. False: it is not checked.</summary>
    internal bool IsPriorOptional { get; private init; }

    /// <summary>The fingerprints of the findings of the check before; null: nothing is compared.</summary>
    internal IReadOnlyCollection<string>? Previous { get; private init; }

    /// <summary>A draft that stands in a file. The file need not be there yet.</summary>
    public static Draft FromFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new Draft(Path.GetFileName(path.TrimEnd('/', '\\')), path, default);
    }

    /// <summary>A draft that is already in memory.</summary>
    /// <param name="name">The name to show.</param>
    /// <param name="content">The bytes; not to be changed until the draft is checked.</param>
    /// <param name="previous">The fingerprints of the findings of the check before, with which this one is to be compared; null: there
    /// was none.</param>
    public static Draft FromBytes(string name, ReadOnlyMemory<byte> content, IReadOnlyCollection<string>? previous = null) =>
        new(name, null, content) { Previous = previous };

    /// <summary>The draft with last year's report, which the user named.</summary>
    public Draft ComparedWith(Draft prior)
    {
        ArgumentNullException.ThrowIfNull(prior);
        return new Draft(Name, FilePath, _content) { Prior = prior, PriorName = prior.Name, Previous = Previous };
    }

    /// <summary>The draft with the file of last year's report that lies beside it, if one does.</summary>
    /// <param name="path">Where the draft stands, for one that is already in memory. Null: in its own file.</param>
    public Draft ComparedWithNeighbour(string? path = null) => (path ?? FilePath) is { } own && PriorFile.Beside(own) is { } prior
        ? new Draft(Name, FilePath, _content)
        {
            Prior = FromFile(prior), PriorName = Path.GetFileName(prior), IsPriorOptional = true, Previous = Previous,
        }
        : this;

    /// <summary>
    /// Reads the draft whole, so that a slow network never keeps the file open while its owner wants to save it again.
    /// </summary>
    internal async Task<DraftContent> ReadAsync(CancellationToken cancellationToken)
    {
        if (FilePath is null)
        {
            return new DraftContent(_content, null);
        }

        if (Directory.Exists(FilePath))
        {
            return DraftContent.Unreadable(DraftTexts.FileIsFolder);
        }

        if (!RegularFile.IsOrMissing(FilePath))
        {
            return DraftContent.Unreadable(DraftTexts.FileIsNone);
        }

        try
        {
            // Opening a file on a dead network drive can be given up only if it has a thread of its own.
            var reading = Task.Run(() => ReadFileAsync(FilePath, cancellationToken), cancellationToken);
            return await reading.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return DraftContent.Unreadable(DraftTexts.FileTooSlow);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            // The system shows bytes that are no UTF-8 as U+FFFD, and finds no file by that name.
            var isDecoded = !FilePath.Contains('\uFFFD', StringComparison.Ordinal);
            return DraftContent.Unreadable(isDecoded ? DraftTexts.FileMissing : DraftTexts.FileNameUnknown);
        }
        catch (UnauthorizedAccessException)
        {
            return DraftContent.Unreadable(DraftTexts.FileForbidden);
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            return DraftContent.Unreadable(DraftTexts.FileUnreadable);
        }
    }

    private static async Task<DraftContent> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var sharing = FileShare.ReadWrite | FileShare.Delete;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, sharing, bufferSize: 1, useAsync: true);
        if (file.Length > MaxBytes)
        {
            return new DraftContent(default, new CheckFailure(FailureKind.FileTooLarge, DraftTexts.FileTooLarge(MaxBytes)));
        }

        var content = new byte[file.Length];
        var length = await file.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken);
        return new DraftContent(content.AsMemory(0, length), null);
    }
}

/// <summary>The bytes of a draft, or why there are none.</summary>
internal readonly record struct DraftContent(ReadOnlyMemory<byte> Bytes, CheckFailure? Failure)
{
    public static DraftContent Unreadable(string message) => new(default, new CheckFailure(FailureKind.FileUnreadable, message));
}
