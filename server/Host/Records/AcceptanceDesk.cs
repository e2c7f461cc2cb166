using System.Security.Cryptography;
using Google.Protobuf.WellKnownTypes;
using Validation.Engine.Acceptances;
using Validation.Engine.Bodies;
using Validation.Server.Access.Audit;
using Validation.Server.Outcomes;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Records;

/// <summary>Accepts findings, lists what was accepted and takes it back. Nothing is in force before it is in the store. Thread-safe.
/// </summary>
internal sealed class AcceptanceDesk(
    RecordStore store, RecordBook records, RecordSync sync, RuleBook rules, AuditTrail trail, TimeProvider time)
{
    private const int MaxOrganization = 200;
    private const int MaxAuthor = 100;
    private const int MaxReason = 1_000;
    private const int MaxFinding = 100_000;
    private const int MaxAcceptances = 50_000;
    private const int MaxYears = 3;
    private const int FingerprintLength = 16;
    private const string IdCharacters = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Accepts a finding and notes who did, why and until when.</summary>
    /// <returns>What is kept. Invalid: the request makes no sense. Conflict: findings of the rule are never accepted, or there are too many
    /// acceptances.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<AcceptReply>> AcceptAsync(AcceptRequest request, CallOrigin origin, CancellationToken cancellationToken)
    {
        if (Problem(request) is { } refusal)
        {
            return refusal;
        }

        var stored = await store.AcceptancesAsync(cancellationToken);
        if (stored.Count(acceptance => acceptance.RevokedAt is null && !HasEnded(acceptance)) >= MaxAcceptances)
        {
            return new Refusal(RefusalKind.Conflict, RecordTexts.TooManyAcceptances(MaxAcceptances));
        }

        var acceptance = new Acceptance
        {
            Id = "a" + RandomNumberGenerator.GetString(IdCharacters, 7),
            Organization = records.Current.Bodies.KeyOf(request.Organization),
            Year = request.Year,
            RuleId = request.Finding.RuleId,
            Fingerprint = request.Finding.Fingerprint,
            Values = AcceptedValues.Of(request.Finding),
            Message = request.Finding.Message,
            Severity = request.Finding.Severity,
            Reason = OneLine.Of(request.Reason).Trim(),
            Author = request.Author.Trim(),
            Principal = origin.Title,
            At = Timestamp.FromDateTimeOffset(time.GetUtcNow()),
            ExpiresAt = request.ExpiresAt,
        };
        await store.AddAsync(acceptance, Note(origin, "accept", acceptance), cancellationToken);
        await sync.TryRefreshAsync(cancellationToken);
        return new AcceptReply { Acceptance = acceptance };
    }

    /// <summary>The acceptances asked for.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<ListAcceptancesReply> ListAsync(ListAcceptancesRequest request, CancellationToken cancellationToken)
    {
        var bodies = records.Current.Bodies;
        var organization = bodies.KeyOf(request.Organization);
        var acceptances = (await store.AcceptancesAsync(cancellationToken)).Where(acceptance =>
            (organization.Length == 0 || bodies.KeyOf(acceptance.Organization) == organization)
            && (request.Year == 0 || acceptance.Year == request.Year)
            && (request.IncludeEnded || (acceptance.RevokedAt is null && !HasEnded(acceptance))));
        return new ListAcceptancesReply { Acceptances = { acceptances } };
    }

    /// <summary>Takes an acceptance back.</summary>
    /// <returns>The acceptance. Invalid: no reason was given. NotFound: there is no such acceptance.</returns>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<Outcome<RevokeAcceptanceReply>> RevokeAsync(
        RevokeAcceptanceRequest request, CallOrigin origin, CancellationToken cancellationToken)
    {
        var reason = OneLine.Of(request.Reason).Trim();
        if (reason.Length is 0 or > MaxReason)
        {
            return new Refusal(RefusalKind.Invalid, CommonTexts.ReasonInvalid(MaxReason));
        }

        if (await FindAsync(request.Id, cancellationToken) is not { } acceptance)
        {
            return new Refusal(RefusalKind.NotFound, RecordTexts.NoSuchAcceptance(OneLine.Of(request.Id)));
        }

        await store.RevokeAsync(acceptance.Id, origin.Title, reason, Note(origin, "accept_revoke", acceptance), cancellationToken);
        await sync.TryRefreshAsync(cancellationToken);
        return new RevokeAcceptanceReply { Acceptance = await FindAsync(acceptance.Id, cancellationToken) };
    }

    private Refusal? Problem(AcceptRequest request)
    {
        var reason = OneLine.Of(request.Reason).Trim();
        var author = request.Author.Trim();
        var organization = BodyRegister.Plain(request.Organization);
        var wrong = organization.Length is 0 or > MaxOrganization || request.Year is < 2000 or > 2100 ? RecordTexts.AcceptedReportInvalid
            : !IsFinding(request.Finding) ? RecordTexts.AcceptedFindingInvalid
            : reason.Length is 0 or > MaxReason ? CommonTexts.ReasonInvalid(MaxReason)
            : author.Length is 0 or > MaxAuthor || OneLine.Of(author) != author ? CommonTexts.AuthorInvalid(MaxAuthor)
            : !IsExpiry(request.ExpiresAt) ? RecordTexts.AcceptanceExpiryInvalid(MaxYears)
            : null;
        if (wrong is not null)
        {
            return new Refusal(RefusalKind.Invalid, wrong);
        }

        return rules.Current.Rules.NeverAccepted.Contains(request.Finding.RuleId)
            ? new Refusal(RefusalKind.Conflict, RecordTexts.NeverAccepted(request.Finding.Title))
            : null;
    }

    private bool IsFinding(Finding? finding)
    {
        return finding is not null && finding.CalculateSize() <= MaxFinding && finding.Fingerprint.Length == FingerprintLength
            && finding.Fingerprint.All(char.IsAsciiHexDigitLower) && rules.Current.Rules.Find(finding.RuleId) is not null;
    }

    private bool IsExpiry(Timestamp? expires)
    {
        try
        {
            var now = time.GetUtcNow();
            return expires?.ToDateTimeOffset() is { } end && end > now && end <= now.AddYears(MaxYears);
        }
        catch (InvalidOperationException)
        {
            // A day beyond the calendar of .NET.
            return false;
        }
    }

    private bool HasEnded(Acceptance acceptance)
    {
        return acceptance.ExpiresAt.ToDateTimeOffset() <= time.GetUtcNow();
    }

    private async Task<Acceptance?> FindAsync(string id, CancellationToken cancellationToken)
    {
        return (await store.AcceptancesAsync(cancellationToken)).FirstOrDefault(acceptance => acceptance.Id == id);
    }

    private StoredAudit Note(CallOrigin origin, string action, Acceptance acceptance)
    {
        var detail = $"{acceptance.Id} {acceptance.Organization} {acceptance.Year} {acceptance.RuleId} {acceptance.Fingerprint}";
        return trail.Entry(origin, action, AuditTrail.Done, detail);
    }
}
