using Grpc.Core;
using Validation.Server.Access.Audit;
using Validation.Server.Records;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>The AcceptanceAdmin service of the contract.</summary>
internal sealed class AcceptanceAdminService(AcceptanceDesk desk) : AcceptanceAdmin.AcceptanceAdminBase
{
    public override Task<AcceptReply> Accept(AcceptRequest request, ServerCallContext context)
    {
        return desk.AcceptAsync(request, CallOrigin.Of(context.GetHttpContext()), context.CancellationToken).OrThrow();
    }

    public override Task<ListAcceptancesReply> List(ListAcceptancesRequest request, ServerCallContext context)
    {
        return desk.ListAsync(request, context.CancellationToken);
    }

    public override Task<RevokeAcceptanceReply> Revoke(RevokeAcceptanceRequest request, ServerCallContext context)
    {
        return desk.RevokeAsync(request, CallOrigin.Of(context.GetHttpContext()), context.CancellationToken).OrThrow();
    }
}
