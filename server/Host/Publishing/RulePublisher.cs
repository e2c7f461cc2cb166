using Google.Protobuf.WellKnownTypes;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Trying;
using Validation.Server.Access;
using Validation.Server.Outcomes;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.Server.Wording;
using Validation.V1;
using Action = Validation.V1.Publication.Types.Action;

namespace Validation.Server.Publishing;

/// <summary>Puts candidates and earlier versions in force, one after the other. Everything or nothing: a rule set that is refused, or a
/// store that fails, leaves everything as it was. Thread-safe.</summary>
internal sealed class RulePublisher(
    RuleSync sync, RuleBook book, IRuleStore store, RuleDesk desk, FailedTrials trials, SecondPerson second, TimeProvider time,
    ILogger<RulePublisher> log) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Puts an overlay in force, on the national set that is in force.</summary>
    /// <param name="candidate">The overlay.</param>
    /// <param name="force">Even though its rules failed on reports that it was tried on.</param>
    /// <param name="signature">Who, why, from which version.</param>
    /// <param name="principal">Whose work it is.</param>
    /// <param name="cancellationToken">Gives up before anything is changed.</param>
    /// <returns>The publication, or the proposal of one, or why the candidate is not fit for one, or that it changes nothing. Conflict:
    /// another version is in force than expected, or its rules failed on reports. Unavailable: the store cannot be reached.</returns>
    public Task<Outcome<PublishReply>> PublishAsync(
        Candidate candidate, bool force, Signature signature, Principal principal, CancellationToken cancellationToken)
    {
        return ChangeAsync(
            signature,
            async current =>
            {
                var next = Next(current, Action.Published, current.NationalVersion, current.National, candidate.Files, signature);
                if (trials.Find(next.Sha256) is not { } failure)
                {
                    return next;
                }

                if (force)
                {
                    next.Publication!.Reason = PublishingTexts.PublishedByForce(signature.Reason, failure);
                    return next;
                }

                var why = PublishingTexts.FailedOnReports(failure);
                await RefuseAsync(next.Sha256, signature, why, cancellationToken);
                return new Refusal(RefusalKind.Conflict, why);
            },
            principal,
            cancellationToken);
    }

    /// <summary>Puts the content of an earlier version in force.</summary>
    /// <returns>As <see cref="PublishAsync"/>. NotFound: there is no such version.</returns>
    public Task<Outcome<PublishReply>> RollbackAsync(
        string version, Signature signature, Principal principal, CancellationToken cancellationToken)
    {
        return ChangeAsync(
            signature,
            async current =>
            {
                if (await store.FindAsync(Versions.Stored(version), cancellationToken) is not { } old)
                {
                    return new Refusal(RefusalKind.NotFound, CommonTexts.NoSuchVersion(version));
                }

                var next = Next(current, Action.RolledBack, old.NationalVersion, old.National, old.Overlay, signature);
                next.Publication!.RestoredVersion = old.Version;
                return next;
            },
            principal,
            cancellationToken);
    }

    public void Dispose()
    {
        _turn.Dispose();
    }

    private async Task<Outcome<PublishReply>> ChangeAsync(
        Signature signature,
        Func<StoredRuleSet, Task<Outcome<StoredRuleSet>>> make,
        Principal principal,
        CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (await sync.SyncAsync(cancellationToken) is { Problem: { Length: > 0 } trouble })
            {
                return new Refusal(RefusalKind.Unavailable, trouble);
            }

            var current = book.Current;
            if (await UnexpectedAsync(current, signature, cancellationToken) is { } unexpected)
            {
                return unexpected;
            }

            var made = await make(current.Stored);
            return await made.ThenAsync(next => next.Sha256 == current.Stored.Sha256
                ? Task.FromResult<Outcome<PublishReply>>(new PublishReply { Unchanged = true })
                : TryAsync(current, next, signature, principal, cancellationToken));
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Outcome<PublishReply>> TryAsync(
        RulesInForce current, StoredRuleSet next, Signature signature, Principal principal, CancellationToken cancellationToken)
    {
        // What was in force before has passed its tests before.
        var restored = next.Publication!.Action == Action.RolledBack;
        var tried = await desk.CompileAndTestAsync(next, skipTests: restored, principal, cancellationToken);
        if (!tried.IsAnswered(out var candidate, out var refusal))
        {
            return refusal;
        }

        var (rules, problems, failures) = candidate;
        if (rules is null || failures.Count > 0)
        {
            await RefuseAsync(next.Sha256, signature, PublishingTexts.RefusedFor(problems, failures), cancellationToken);
            return new PublishReply { Problems = { problems }, Failures = { failures } };
        }

        next.Publication!.Summary = PublishingTexts.Changes(RuleSetDiff.Rules(current.Rules, rules));
        if (second.IsNeeded)
        {
            if (await second.FindAsync(next.Publication, cancellationToken) is not { } first)
            {
                PublishingLog.Proposed(log, signature.Principal, current.Version);
                return new PublishReply { Proposed = await second.ProposeAsync(next.Publication, next.Overlay, cancellationToken) };
            }

            next.Publication.Reason = PublishingTexts.Confirmed(signature.Reason, first);
        }

        if (await AddAsync(next, rules, signature, cancellationToken) is { } notAdded)
        {
            return notAdded;
        }

        PublishingLog.Published(log, next.Publication.Action, next.Version, current.Version, next.Publication.Principal);
        return new PublishReply { Publication = next.Publication };
    }

    /// <returns>Null: it is in force.</returns>
    private async Task<Refusal?> AddAsync(StoredRuleSet next, RuleSet rules, Signature signature, CancellationToken cancellationToken)
    {
        try
        {
            if (await sync.AddAsync(next, rules, cancellationToken))
            {
                return null;
            }
        }
        catch (StoreException trouble)
        {
            StoreLog.StoreFailed(log, trouble.InnerException?.Message ?? trouble.Message);
            return new Refusal(RefusalKind.Unavailable, trouble.Message + PublishingTexts.OutcomeUnknown(next.Version));
        }

        var state = await sync.SyncAsync(cancellationToken);
        return await UnexpectedAsync(book.Current, signature, cancellationToken)
            ?? new Refusal(RefusalKind.Unavailable, state.Problem + PublishingTexts.TryAgain);
    }

    /// <returns>Null: the version in force is the one that the change was made from.</returns>
    private async Task<Refusal?> UnexpectedAsync(RulesInForce current, Signature signature, CancellationToken cancellationToken)
    {
        if (Versions.Stored(signature.ExpectedVersion) == current.Stored.Version)
        {
            return null;
        }

        var reason = PublishingTexts.OtherVersion(signature.ExpectedVersion, current.Version, current.Stored.Publication);
        await RefuseAsync("", signature, reason, cancellationToken);
        return new Refusal(RefusalKind.Conflict, reason);
    }

    private async Task RefuseAsync(string sha256, Signature signature, string why, CancellationToken cancellationToken)
    {
        PublishingLog.PublishRefused(log, signature.Principal, book.Current.Version);
        await store.AddEntryAsync(
            new Publication
            {
                Action = Action.Refused,
                PreviousVersion = book.Current.Stored.Version,
                At = Now(),
                Author = signature.Author,
                Principal = signature.Principal,
                Reason = $"{signature.Reason}\n{OneLine.Of(why)}",
                Sha256 = sha256,
            },
            cancellationToken);
    }

    private StoredRuleSet Next(
        StoredRuleSet current,
        Action action,
        string nationalVersion,
        IReadOnlyList<RuleFile> national,
        IReadOnlyList<RuleFile> overlay,
        Signature signature)
    {
        var now = Now();
        var name = Versions.Name(nationalVersion, current.Revision + 1);
        var next = new StoredRuleSet(current.Revision + 1, name, nationalVersion, national, overlay, now.ToDateTimeOffset());
        var publication = new Publication
        {
            Action = action,
            Version = name,
            PreviousVersion = current.Version,
            At = now,
            Author = signature.Author,
            Principal = signature.Principal,
            Reason = signature.Reason,
            Sha256 = next.Sha256,
        };
        return next with { Publication = publication };
    }

    /// <summary>The time as the store keeps it.</summary>
    private Timestamp Now()
    {
        return Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()));
    }
}
