using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Batches;

/// <summary>Joins the parts of the drafts of one call. Not thread-safe.</summary>
internal sealed class DraftAssembler(ServerOptions options, ByteBudget budget, Principal principal) : IDisposable
{
    private readonly Dictionary<string, UnfinishedDraft> _drafts = new(StringComparer.Ordinal);

    /// <summary>Drafts that still lack parts and have had no reply.</summary>
    public int Unfinished => _drafts.Values.Count(draft => !draft.Refused);

    // One draft alone is bounded by the limit of a document.
    private bool IsBounded => _drafts.Count <= 1 || _drafts.Values.Sum(draft => draft.Bytes) <= options.UnfinishedBytes;

    /// <summary>Takes the next message of the call.</summary>
    /// <returns>A draft to answer: complete, or too large. Null: more of it is to come, or it has been answered. Invalid: it is called by a
    /// name that is too long. TooLarge: too much is unfinished. Throttled or Full: the server has no memory for the message.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<Outcome<Draft?>> AddAsync(ValidateRequest request, CancellationToken cancellationToken)
    {
        if (DraftNames.Refuse(request.Id, request.FileName) is { } wrong)
        {
            return wrong;
        }

        if (!_drafts.TryGetValue(request.Id, out var draft))
        {
            if (!request.Continued)
            {
                return await WholeAsync(request, cancellationToken);
            }

            if (_drafts.Count == options.UnfinishedDocuments)
            {
                return new Refusal(RefusalKind.TooLarge, Texts.TooManyUnfinishedDocuments(options.UnfinishedDocuments));
            }

            draft = new UnfinishedDraft(request.Id, budget.Open(principal));
            _drafts.Add(request.Id, draft);
        }

        if (draft.Refused)
        {
            _ = request.Continued || _drafts.Remove(request.Id);
            return (Draft?)null;
        }

        if (await draft.AddAsync(request, options.DocumentBytes, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        _ = request.Continued || _drafts.Remove(request.Id);
        if (draft.Refused || !request.Continued)
        {
            return draft.ToDraft();
        }

        return IsBounded ? (Draft?)null : new Refusal(RefusalKind.TooLarge, Texts.TooManyUnfinishedBytes(options.UnfinishedBytes));
    }

    private async ValueTask<Outcome<Draft?>> WholeAsync(ValidateRequest request, CancellationToken cancellationToken)
    {
        var held = budget.Open(principal);
        return await held.HoldAsync(request.Content.Length, cancellationToken) is { } refusal
            ? refusal
            : Draft.FromMessage(request, options.DocumentBytes, held);
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
