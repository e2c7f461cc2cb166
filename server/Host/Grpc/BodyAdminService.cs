using Grpc.Core;
using Validation.Server.Access.Audit;
using Validation.Server.Records;
using Validation.V1;

namespace Validation.Server.Grpc;

/// <summary>The BodyAdmin service of the contract.</summary>
internal sealed class BodyAdminService(BodyDesk desk) : BodyAdmin.BodyAdminBase
{
    public override Task<ImportBodiesReply> Import(ImportBodiesRequest request, ServerCallContext context)
    {
        return desk.ImportAsync(request.Csv, CallOrigin.Of(context.GetHttpContext()), context.CancellationToken).OrThrow();
    }

    public override Task<ListBodiesReply> List(ListBodiesRequest request, ServerCallContext context)
    {
        return desk.ListAsync(request, context.CancellationToken);
    }

    public override Task<MatchBodyReply> Match(MatchBodyRequest request, ServerCallContext context)
    {
        return Task.FromResult(desk.Match(request.Name).OrThrow());
    }

    public override Task<RemoveBodyReply> Remove(RemoveBodyRequest request, ServerCallContext context)
    {
        return desk.RemoveAsync(request.Name, CallOrigin.Of(context.GetHttpContext()), context.CancellationToken).OrThrow();
    }
}
