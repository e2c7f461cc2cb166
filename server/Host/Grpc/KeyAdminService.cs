using Grpc.Core;
using Validation.Server.Access.Audit;
using Validation.Server.Access.Keys;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>The KeyAdmin service of the contract.</summary>
internal sealed class KeyAdminService(KeyDesk desk, AuditReader audit) : KeyAdmin.KeyAdminBase
{
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

    public override Task<AuditReply> Audit(AuditRequest request, ServerCallContext context)
    {
        return audit.ReadAsync(request, context.CancellationToken);
    }
}
