using Validation.Server.Checks;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Batches;

/// <summary>Joins the parts of the drafts of one call. Not thread-safe.</summary>
internal sealed class DraftAssembler(ServerOptions options) : IDisposable
{
    private readonly Dictionary<string, UnfinishedDraft> _drafts = new(StringComparer.Ordinal);

    /// <summary>Drafts that still lack parts and have had no reply.</summary>
    public int Unfinished => _drafts.Values.Count(draft => !draft.Refused);

    // One draft alone is bounded by the limit of a document.
    private bool IsBounded => _drafts.Count <= 1 || _drafts.Values.Sum(draft => draft.Bytes) <= options.UnfinishedBytes;

    /// <summary>Takes the next message of the call.</summary>
    /// <returns>A draft to answer: complete, or too large. Null: more of it is to come, or it has been answered. TooLarge: too much is
    /// unfinished.</returns>
    public Outcome<Draft?> Add(ValidateRequest request)
    {
        if (!_drafts.TryGetValue(request.Id, out var draft))
        {
            if (!request.Continued)
            {
                return Draft.FromMessage(request, options.DocumentBytes);
            }

            if (_drafts.Count == options.UnfinishedDocuments)
            {
                return new Refusal(RefusalKind.TooLarge, Texts.TooManyUnfinishedDocuments(options.UnfinishedDocuments));
            }

            draft = new UnfinishedDraft(request.Id);
            _drafts.Add(request.Id, draft);
        }

        if (!request.Continued)
        {
            _drafts.Remove(request.Id);
        }

        if (draft.Refused)
        {
            return (Draft?)null;
        }

        if (!draft.Add(request, options.DocumentBytes) || !request.Continued)
        {
            return draft.ToDraft();
        }

        return IsBounded ? (Draft?)null : new Refusal(RefusalKind.TooLarge, Texts.TooManyUnfinishedBytes(options.UnfinishedBytes));
    }

    public void Dispose()
    {
        foreach (var draft in _drafts.Values)
        {
            draft.Dispose();
        }

        _drafts.Clear();
    }
}
