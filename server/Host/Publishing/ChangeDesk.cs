using Validation.Server.Access;
using Validation.Server.Access.Audit;
using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Publishing;

/// <summary>Changes the rules for whoever asks, over gRPC or on a page: looks at the signature, has the change made, and notes in the audit
/// who made it, or could not, and from where. Thread-safe.</summary>
internal sealed class ChangeDesk(RulePublisher publisher, AuditTrail trail)
{
    /// <summary>Puts the candidate of a request in force.</summary>
    /// <returns>As <see cref="RulePublisher.PublishAsync"/>. Invalid or TooLarge: the request lacks something, or its files cannot
    /// be those of a rule set.</returns>
    public Task<Outcome<PublishReply>> PublishAsync(
        PublishRequest request, CallOrigin origin, Principal principal, CancellationToken cancellationToken)
    {
        var signed = Signature.Read(request.Author, origin.Title, request.Reason, request.ExpectedVersion);
        return NotedAsync("publish", origin, signed.ThenAsync(signature => Candidate.ReadToPublish(request.Candidate, request.Empty)
            .ThenAsync(candidate => publisher.PublishAsync(candidate, request.Force, signature, principal, cancellationToken))));
    }

    /// <summary>Puts the earlier version of a request in force.</summary>
    /// <returns>As <see cref="RulePublisher.RollbackAsync"/>. Invalid: the request lacks something.</returns>
    public Task<Outcome<PublishReply>> RollbackAsync(
        RollbackRequest request, CallOrigin origin, Principal principal, CancellationToken cancellationToken)
    {
        var signed = Signature.Read(request.Author, origin.Title, request.Reason, request.ExpectedVersion);
        return NotedAsync("rollback", origin, signed.ThenAsync(signature =>
            publisher.RollbackAsync(request.Version, signature, principal, cancellationToken)));
    }

    private async Task<Outcome<PublishReply>> NotedAsync(string action, CallOrigin origin, Task<Outcome<PublishReply>> change)
    {
        var outcome = await change;
        var publication = outcome.Answer?.Publication ?? outcome.Answer?.Proposed;
        var detail = outcome.Answer is { Unchanged: true }
            ? PublishingTexts.NothingChanged
            : publication is { Version: "" } ? PublishingTexts.ProposalNoted
            : publication?.Version ?? outcome.Refusal?.Reason ?? PublishingTexts.NotFitToPublish;
        trail.Note(origin, action, publication is null ? AuditTrail.Refused : AuditTrail.Done, detail);
        return outcome;
    }
}
