using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Batches;

/// <summary>A draft of which more is to come. Not thread-safe.</summary>
internal sealed class UnfinishedDraft(string id, HeldBytes held) : IDisposable
{
    private readonly DraftBuffer _buffer = new(held);
    private string _fileName = "";
    private ReportWish _wish;

    /// <summary>True once it was found too large and answered: what still comes is thrown away.</summary>
    public bool Refused { get; private set; }

    /// <summary>The memory that it takes, in bytes.</summary>
    public long Bytes => _buffer.Length + (sizeof(char) * (id.Length + _fileName.Length));

    /// <summary>Takes the next part.</summary>
    /// <returns>Null: done; the draft may now be <see cref="Refused"/>, and nothing of it is kept. Throttled or Full: the server has no
    /// memory for the part.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<Refusal?> AddAsync(ValidateRequest part, int limit, CancellationToken cancellationToken)
    {
        _fileName = part.FileName.Length > 0 ? part.FileName : _fileName;
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
    public Draft ToDraft()
    {
        return new Draft(id, _fileName, _buffer.ToContent(), _wish, Refused ? Reason.DocumentTooLarge : null, _buffer);
    }

    public void Dispose()
    {
        _buffer.Dispose();
    }
}
