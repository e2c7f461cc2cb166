using Validation.Client.Internal;

namespace Validation.Client;

/// <summary>A draft to check: a name for people and a way to its bytes. Immutable; the bytes are read when it is checked.</summary>
public sealed class Draft
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ReadOnlyMemory<byte> _content;

    private Draft(string name, string? path, ReadOnlyMemory<byte> content)
    {
        Name = name;
        FilePath = path;
        _content = content;
    }

    /// <summary>The largest draft that is sent, in bytes; servers take less.</summary>
    internal static int MaxBytes => 128 << 20;

    /// <summary>The file's name without its folder, such as "2024年年报.docx".</summary>
    public string Name { get; }

    /// <summary>The file's path as it was given; null: the draft did not come from a file.</summary>
    public string? FilePath { get; }

    /// <summary>A draft that stands in a file. The file need not be there yet.</summary>
    public static Draft FromFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new Draft(Path.GetFileName(path.TrimEnd('/', '\\')), path, default);
    }

    /// <summary>A draft that is already in memory.</summary>
    /// <param name="name">The name to show.</param>
    /// <param name="content">The bytes; not to be changed until the draft is checked.</param>
    public static Draft FromBytes(string name, ReadOnlyMemory<byte> content) => new(name, null, content);

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
            return DraftContent.Unreadable(Texts.FileIsFolder);
        }

        if (!RegularFile.IsOrMissing(FilePath))
        {
            return DraftContent.Unreadable(Texts.FileIsNone);
        }

        try
        {
            // On a thread of its own: opening a file on a dead network drive can be given up in no other way.
            var reading = Task.Run(() => ReadFileAsync(FilePath, cancellationToken), cancellationToken);
            return await reading.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return DraftContent.Unreadable(Texts.FileTooSlow);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            // The system gives bytes that are no UTF-8 as U+FFFD, by which nothing is found again.
            var isDecoded = !FilePath.Contains('\uFFFD', StringComparison.Ordinal);
            return DraftContent.Unreadable(isDecoded ? Texts.FileMissing : Texts.FileNameUnknown);
        }
        catch (UnauthorizedAccessException)
        {
            return DraftContent.Unreadable(Texts.FileForbidden);
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            return DraftContent.Unreadable(Texts.FileUnreadable);
        }
    }

    private static async Task<DraftContent> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var sharing = FileShare.ReadWrite | FileShare.Delete;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, sharing, bufferSize: 1, useAsync: true);
        if (file.Length > MaxBytes)
        {
            return new DraftContent(default, new CheckFailure(FailureKind.FileTooLarge, Texts.FileTooLarge(MaxBytes)));
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
