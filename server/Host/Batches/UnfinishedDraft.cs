using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Batches;

/// <summary>A draft of which more is to come. Not thread-safe.</summary>
/// <param name="first">Its first message, of which nothing is taken yet but what it is sent for.</param>
/// <param name="held">What its bytes will hold of the server's memory.</param>
internal sealed class UnfinishedDraft(ValidateRequest first, HeldBytes held) : IDisposable
{
    // Sixteen characters, with what a string and a reference to it take.
    private const int FingerprintBytes = 64;

    private readonly string _id = first.Id;
    private readonly DraftBuffer _buffer = new(held);
    private string _fileName = "";
    private ReportWish _wish;
    private IReadOnlyCollection<string>? _previous;

    /// <summary>True once it was found too large and answered: what still comes is thrown away.</summary>
    public bool Refused { get; private set; }

    /// <summary>What it is sent for.</summary>
    public DraftUse Use { get; } = first.Use;

    /// <summary>The id of last year's report. Empty: none was named so far.</summary>
    public string PriorId { get; private set; } = "";

    /// <summary>The memory that it takes, in bytes.</summary>
    public long Bytes => _buffer.Length + (sizeof(char) * (_id.Length + _fileName.Length)) + (FingerprintBytes * (_previous?.Count ?? 0));

    /// <summary>Takes the next part.</summary>
    /// <returns>Null: done; the draft may now be <see cref="Refused"/>, and nothing of it is kept. Throttled or Full: the server has no
    /// memory for the part.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<Refusal?> AddAsync(ValidateRequest part, int limit, CancellationToken cancellationToken)
    {
        PriorId = PriorId.Length > 0 ? PriorId : part.PriorId;
        _fileName = part.FileName.Length > 0 ? part.FileName : _fileName;
        _previous = part.Previous?.Fingerprints ?? _previous;
        _wish = (ReportWish)Math.Max((int)_wish, (int)ReportWishes.Of(part));
        if (part.Content.Length > limit - _buffer.Length)
        {
            Refused = true;
            _buffer.Dispose();
            return null;
        }

        return await _buffer.AppendAsync(part.Content.Memory, cancellationToken);
    }

    /// <summary>The draft as it stands; it takes the memory over.</summary>
    public SubmittedDraft ToDraft()
    {
        Reason? refusal = Refused ? Reason.DocumentTooLarge : null;
        return new SubmittedDraft(_id, _fileName, _buffer.ToContent(), _wish, refusal, _buffer)
        {
            UsesArchive = Use != DraftUse.WithoutArchive,
            Previous = _previous,
        };
    }

    public void Dispose()
    {
        _buffer.Dispose();
    }
}
