using Validation.Engine.Annotation;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>Has drafts checked like all others, and a copy of each made with comments, in the same place of the queue and the same
/// time.</summary>
internal sealed class AnnotationDesk(CheckRunner checks, ByteBudget budget)
{
    /// <summary>Checks a draft and makes the copy. Disposes of the draft.</summary>
    /// <returns>Reply and copy. Invalid: the draft is one that cannot have comments. Throttled or Full: there is no room.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Outcome<AnnotatedDraft>> AnnotateAsync(SubmittedDraft draft, Principal principal, CancellationToken cancellationToken)
    {
        // The copy is as large as the draft, and somewhat more.
        var held = budget.Open(principal);
        if (await held.HoldAsync(draft.Content.Length, cancellationToken) is { } full)
        {
            draft.Dispose();
            return full;
        }

        var wanted = new WantedCopy();
        var ordered = draft with { Wish = ReportWish.Omitted, Copy = wanted };
        var outcome = await CheckAsync(ordered, principal, held, cancellationToken);
        if (!outcome.IsAnswered(out var reply, out var refusal))
        {
            held.Dispose();
            return refusal;
        }

        // A reply that came because the time was over may be followed by a copy that nobody waits for.
        var copy = reply.Reason == Reason.TimedOut ? null : wanted.Copy;
        if (copy?.Obstacle is CopyObstacle.OtherFormat or CopyObstacle.NotPossible)
        {
            held.Dispose();
            return new Refusal(RefusalKind.Invalid, copy.ObstacleText) { Field = "content" };
        }

        return new AnnotatedDraft(reply, copy?.Content ?? default, copy?.Comments ?? 0, held);
    }

    private async Task<Outcome<ValidateReply>> CheckAsync(
        SubmittedDraft draft, Principal principal, HeldBytes held, CancellationToken cancellationToken)
    {
        try
        {
            return await checks.CheckOrRefuseAsync(draft, principal, cancellationToken);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }
}
