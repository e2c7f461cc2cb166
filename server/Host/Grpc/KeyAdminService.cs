using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Validation.Server.Access.Audit;
using Validation.Server.Access.Keys;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>The KeyAdmin service of the contract.</summary>
internal sealed class KeyAdminService(KeyDesk desk, AuditStore audit, AuditTrail trail) : KeyAdmin.KeyAdminBase
{
    private const int DefaultEntries = 50;
    private const int MaxEntries = 1_000;

    public override Task<CreateKeyReply> Create(CreateKeyRequest request, ServerCallContext context)
    {
        return desk.CreateAsync(request, CallOrigin.Of(context.GetHttpContext()), context.CancellationToken).OrThrow();
    }

    public override Task<ListKeysReply> List(ListKeysRequest request, ServerCallContext context)
    {
        return desk.ListAsync(context.CancellationToken);
    }

    public override Task<RevokeKeyReply> Revoke(RevokeKeyRequest request, ServerCallContext context)
    {
        return desk.RevokeAsync(request, CallOrigin.Of(context.GetHttpContext()), context.CancellationToken).OrThrow();
    }

    public override async Task<AuditReply> Audit(AuditRequest request, ServerCallContext context)
    {
        var limit = request.Limit <= 0 ? DefaultEntries : Math.Min(request.Limit, MaxEntries);
        var before = request.BeforeNumber <= 0 ? long.MaxValue : request.BeforeNumber;
        // What this server knows already is not to be missing.
        await trail.FlushAsync(context.CancellationToken);
        var entries = await audit.ReadAsync(limit, before, context.CancellationToken);
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
