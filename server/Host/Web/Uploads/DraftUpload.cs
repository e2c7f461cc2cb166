using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web.Uploads;

/// <summary>What all endpoints do that take a draft.</summary>
internal static class DraftUpload
{
    /// <summary>Refuses a request while drafts are not taken.</summary>
    /// <exception cref="ProblemException">The server stops, or is not ready.</exception>
    public static void ThrowIfClosed(this ServerState state, Drain drain)
    {
        if (state.Obstacle is { } obstacle)
        {
            throw new ProblemException(drain.Begun.IsCancellationRequested ? ProblemCode.Stopping : ProblemCode.NotReady, obstacle);
        }
    }

    /// <summary>Reads the draft of a request.</summary>
    /// <param name="uploads">The reader of requests.</param>
    /// <param name="context">The request.</param>
    /// <param name="id">The id that comes back in the reply.</param>
    /// <param name="wish">Whether the reply is wanted with the report.</param>
    /// <param name="drain">Says when the server takes nothing more.</param>
    /// <exception cref="ProblemException">There is no draft in the request, it comes too slowly, or a name is too long.</exception>
    public static async Task<SubmittedDraft> ReadDraftAsync(
        this UploadReader uploads, HttpContext context, string id, ReportWish wish, Drain drain)
    {
        // A server that stops takes nothing more. What has arrived whole is still checked.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Begun);
        var draft = await uploads.ReadAsync(context.Request, id, wish, stop.Token);
        if (DraftNames.Refuse(draft.Id, draft.FileName) is { } refusal)
        {
            draft.Dispose();
            throw new ProblemException(refusal);
        }

        return draft;
    }
}
