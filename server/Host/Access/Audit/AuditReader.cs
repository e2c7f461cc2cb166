using Google.Protobuf.WellKnownTypes;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Access.Audit;

/// <summary>Reads what was done and what was refused. Thread-safe.</summary>
internal sealed class AuditReader(AuditStore audit, AuditTrail trail)
{
    private const int DefaultEntries = 50;
    private const int MaxEntries = 1_000;

    /// <summary>The entries, the newest first.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<AuditReply> ReadAsync(AuditRequest request, CancellationToken cancellationToken)
    {
        var limit = request.Limit <= 0 ? DefaultEntries : Math.Min(request.Limit, MaxEntries);
        var before = request.BeforeNumber <= 0 ? long.MaxValue : request.BeforeNumber;
        // What this server knows already is not to be missing.
        await trail.FlushAsync(cancellationToken);
        var entries = await audit.ReadAsync(limit, before, cancellationToken);
        return new AuditReply { Entries = { entries.Select(Message) } };
    }

    private static AuditEntry Message(StoredAudit entry)
    {
        return new AuditEntry
        {
            Number = entry.Number,
            At = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(entry.AtMilliseconds)),
            Principal = entry.Principal,
            Address = entry.Address,
            Action = entry.Action,
            Outcome = entry.Outcome,
            Detail = entry.Detail,
            Count = entry.Count,
        };
    }
}
