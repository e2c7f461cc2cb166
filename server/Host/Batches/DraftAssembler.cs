using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Batches;

/// <summary>Joins the parts of the drafts of one call. Not thread-safe.</summary>
internal sealed class DraftAssembler(ServerOptions options, ByteBudget budget, Principal principal) : IDisposable
{
    private readonly Dictionary<string, UnfinishedDraft> _drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SubmittedPrior> _priors = new(StringComparer.Ordinal);

    /// <summary>Drafts that still lack parts and have had no reply, and last year's reports that wait for their drafts.</summary>
    public int Unfinished => _drafts.Values.Count(draft => !draft.Refused) + _priors.Count;

    // One draft alone, with last year's report, is bounded by the limit of a document.
    private bool IsBounded => (_drafts.Count <= 1 && _priors.Count <= 1)
        || _drafts.Values.Sum(draft => draft.Bytes) + _priors.Values.Sum(prior => (long)prior.Content.Length) <= options.UnfinishedBytes;

    /// <summary>Takes the next message of the call.</summary>
    /// <returns>A draft to answer: complete, or too large. Null: more of it is to come, or it has been answered, or it waits for a later
    /// one to be compared with. Invalid: it is called by a name that is too long, names findings that are none, or a report of last year
    /// that has not come.
    /// TooLarge: too much is unfinished. Throttled or Full: the server has no memory for the message.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<Outcome<SubmittedDraft?>> AddAsync(ValidateRequest request, CancellationToken cancellationToken)
    {
        if (DraftNames.Refuse(request) is { } wrong)
        {
            return wrong;
        }

        if (!_drafts.TryGetValue(request.Id, out var draft))
        {
            if (!request.Continued)
            {
                return await WholeAsync(request, cancellationToken);
            }

            if (_drafts.Count + _priors.Count >= options.UnfinishedDocuments)
            {
                return new Refusal(RefusalKind.TooLarge, BatchTexts.TooManyUnfinishedDocuments(options.UnfinishedDocuments));
            }

            draft = new UnfinishedDraft(request, budget.Open(principal));
            _drafts.Add(request.Id, draft);
        }

        if (draft.Refused)
        {
            _ = request.Continued || _drafts.Remove(request.Id);
            return (SubmittedDraft?)null;
        }

        if (await draft.AddAsync(request, options.DocumentBytes, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        _ = request.Continued || _drafts.Remove(request.Id);
        return draft.Refused || !request.Continued ? Pair(draft.ToDraft(), draft.Use, draft.PriorId) : Bounded();
    }

    /// <summary>Keeps last year's report for the draft that will name it, or gives a draft the one that it names.</summary>
    private Outcome<SubmittedDraft?> Pair(SubmittedDraft draft, DraftUse use, string priorId)
    {
        if (use == DraftUse.Prior)
        {
            if (_priors.Remove(draft.Id, out var before))
            {
                before.Dispose();
            }

            _priors.Add(draft.Id, SubmittedPrior.From(draft));
            return Bounded();
        }

        if (priorId.Length == 0)
        {
            return draft;
        }

        if (_priors.Remove(priorId, out var prior))
        {
            return draft with { Prior = prior };
        }

        draft.Dispose();
        return new Refusal(RefusalKind.Invalid, BatchTexts.NoSuchPrior(priorId)) { Field = "prior_id" };
    }

    private Outcome<SubmittedDraft?> Bounded()
    {
        return IsBounded
            ? (SubmittedDraft?)null
            : new Refusal(RefusalKind.TooLarge, BatchTexts.TooManyUnfinishedBytes(options.UnfinishedBytes));
    }

    private async ValueTask<Outcome<SubmittedDraft?>> WholeAsync(ValidateRequest request, CancellationToken cancellationToken)
    {
        var held = budget.Open(principal);
        return await held.HoldAsync(request.Content.Length, cancellationToken) is { } refusal
            ? refusal
            : Pair(SubmittedDraft.FromMessage(request, options.DocumentBytes, held), request.Use, request.PriorId);
    }

    public void Dispose()
    {
        foreach (var draft in _drafts.Values)
        {
            draft.Dispose();
        }

        foreach (var prior in _priors.Values)
        {
            prior.Dispose();
        }

        _drafts.Clear();
        _priors.Clear();
    }
}
