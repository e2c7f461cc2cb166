using Grpc.Core;
using Validation.Server.Checks;
using Validation.V1;

namespace Validation.Server.Batches;

/// <summary>Joins the parts of the drafts of one call. Not thread-safe.</summary>
internal sealed class DraftAssembler(ServerOptions options) : IDisposable
{
    private readonly Dictionary<string, UnfinishedDraft> _drafts = new(StringComparer.Ordinal);

    /// <summary>Drafts that still lack parts and have had no reply.</summary>
    public int Unfinished => _drafts.Values.Count(draft => !draft.Refused);

    /// <summary>Takes the next message of the call.</summary>
    /// <returns>A draft to answer: complete, or too large. Null: more of it is to come, or it has been answered.</returns>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: too much is unfinished.</exception>
    public Draft? Add(ValidateRequest request)
    {
        if (!_drafts.TryGetValue(request.Id, out var draft))
        {
            if (!request.Continued)
            {
                return Draft.FromMessage(request, options.DocumentBytes);
            }

            draft = Open(request.Id);
        }

        if (!request.Continued)
        {
            _drafts.Remove(request.Id);
        }

        if (draft.Refused)
        {
            return null;
        }

        if (!draft.Add(request, options.DocumentBytes) || !request.Continued)
        {
            return draft.ToDraft();
        }

        EnsureBounded();
        return null;
    }

    public void Dispose()
    {
        foreach (var draft in _drafts.Values)
        {
            draft.Dispose();
        }

        _drafts.Clear();
    }

    private static RpcException Exhausted(string reason)
    {
        return new RpcException(new Status(StatusCode.ResourceExhausted, reason));
    }

    private UnfinishedDraft Open(string id)
    {
        if (_drafts.Count == options.UnfinishedDocuments)
        {
            throw Exhausted(Texts.TooManyUnfinishedDocuments(options.UnfinishedDocuments));
        }

        var draft = new UnfinishedDraft(id);
        _drafts.Add(id, draft);
        return draft;
    }

    private void EnsureBounded()
    {
        // One draft alone is bounded by the limit of a document.
        if (_drafts.Count > 1 && _drafts.Values.Sum(draft => draft.Bytes) > options.UnfinishedBytes)
        {
            throw Exhausted(Texts.TooManyUnfinishedBytes(options.UnfinishedBytes));
        }
    }
}
