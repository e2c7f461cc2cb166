using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>A document that was received, or that was refused while it was being received. Whoever checks it disposes of it.</summary>
/// <param name="Id">The id that comes back in the reply.</param>
/// <param name="FileName">The file name that comes back in the reply.</param>
/// <param name="Content">The document's bytes. Not to be touched after disposal.</param>
/// <param name="Wish">Whether the reply is wanted with the report.</param>
/// <param name="Refusal">Why it is not read. Null: it is read.</param>
/// <param name="Buffer">What holds the bytes. Null: nothing that must be given back.</param>
internal sealed record SubmittedDraft(
    string Id,
    string FileName,
    ReadOnlyMemory<byte> Content,
    ReportWish Wish,
    Reason? Refusal = null,
    IDisposable? Buffer = null) : IDisposable
{
    /// <summary>Last year's report that came with it. Disposed of with the draft. Null: there is none.</summary>
    public SubmittedPrior? Prior { get; init; }

    /// <summary>The report that the draft holds, where it was read before: the content is then not read again, and what is found is
    /// counted nowhere. Null: the content is to be read.</summary>
    public Report? Report { get; init; }

    /// <summary>Whether it is to be compared with what the archive has, where it came with no report of last year.</summary>
    public bool UsesArchive { get; init; } = true;

    /// <summary>Bytes to read: those of the document and of last year's report.</summary>
    public int Bytes => Content.Length + (Prior?.Content.Length ?? 0);

    /// <summary>Takes a copy of the document with comments. Null: none is wanted.</summary>
    public WantedCopy? Copy { get; init; }

    /// <summary>The fingerprints of the findings of an earlier check. Null: nothing is compared.</summary>
    public IReadOnlyCollection<string>? Previous { get; init; }

    /// <summary>A draft that came whole in one message.</summary>
    /// <param name="request">The message.</param>
    /// <param name="limit">Bytes of a document.</param>
    /// <param name="held">What the message holds of the server's memory. The draft takes it over.</param>
    public static SubmittedDraft FromMessage(ValidateRequest request, int limit, IDisposable held)
    {
        Reason? refusal = request.Content.Length > limit ? Reason.DocumentTooLarge : null;
        return new SubmittedDraft(request.Id, request.FileName, request.Content.Memory, ReportWishes.Of(request), refusal, held)
        {
            UsesArchive = request.Use != DraftUse.WithoutArchive,
            Previous = request.Previous?.Fingerprints,
        };
    }

    public void Dispose()
    {
        Buffer?.Dispose();
        Prior?.Dispose();
    }
}
