using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>Last year's report that came with a draft.</summary>
/// <param name="FileName">The file's name. Empty: not known.</param>
/// <param name="Content">The bytes. Not to be touched after disposal.</param>
/// <param name="IsTooLarge">It was larger than a document may be, and nothing of it is kept.</param>
/// <param name="Buffer">What holds the bytes. Null: nothing that must be given back.</param>
internal sealed record SubmittedPrior(string FileName, ReadOnlyMemory<byte> Content, bool IsTooLarge = false, IDisposable? Buffer = null)
    : IDisposable
{
    /// <summary>The report in it. One that is known before the check is not read again; else the check puts here what it read. Null: it
    /// was not read, or is none.</summary>
    public Report? Report { get; set; }

    /// <summary>Last year's report that came as a draft of its own; it takes the draft over.</summary>
    public static SubmittedPrior From(SubmittedDraft draft)
    {
        return new SubmittedPrior(draft.FileName, draft.Content, draft.Refusal is not null, draft);
    }

    public void Dispose()
    {
        Buffer?.Dispose();
    }
}
