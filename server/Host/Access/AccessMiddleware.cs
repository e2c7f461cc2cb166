using Validation.Server.Access.Audit;
using Validation.Server.Access.Keys;
using Validation.Server.Grpc;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;

namespace Validation.Server.Access;

/// <summary>The gate that every request passes, of gRPC and of HTTP alike, before anything of its body is read: who may not do what the
/// table says the route needs is refused.</summary>
internal sealed class AccessMiddleware(
    RequestDelegate next, CallerReader callers, KeyRing ring, AuditTrail trail, ILogger<AccessMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        var need = AccessTable.Of(endpoint);
        if (need == Roles.None || await RefusalAsync(context, need) is not { } refusal)
        {
            await next(context);
        }
        else if (GrpcRefusal.IsGrpc(context.Request))
        {
            var status = GrpcStatus.Code(refusal.Kind);
            ServerLog.CallRefused(log, status);
            await GrpcRefusal.WriteAsync(context.Response, refusal);
        }
        else
        {
            throw new ProblemException(refusal);
        }
    }

    /// <returns>Null: the request may go on.</returns>
    private async Task<Refusal?> RefusalAsync(HttpContext context, Roles need)
    {
        var read = await callers.ReadAsync(context);
        if (!read.IsAnswered(out var caller, out var refusal))
        {
            return refusal;
        }

        context.Features.Set(caller);
        if ((caller.Roles & need) != Roles.None)
        {
            return null;
        }

        // Before the store was read nobody can tell whether there are publishers.
        if (need == Roles.Publisher && caller.Title == Texts.LocalPrincipal && !ring.IsKnown)
        {
            return new Refusal(RefusalKind.Unavailable, Texts.KeysUnknown);
        }

        trail.Count(CallOrigin.Of(context), context.Request.Path);
        return Denied(caller, need);
    }

    private Refusal Denied(Caller caller, Roles need)
    {
        if (caller.IsKnown)
        {
            return new Refusal(RefusalKind.Forbidden, Texts.RoleMissing(need));
        }

        return need == Roles.Publisher && !callers.HasPublisher
            ? new Refusal(RefusalKind.Forbidden, Texts.OnlyFromThisMachine)
            : new Refusal(RefusalKind.Unauthenticated, Texts.KeyNeeded(need));
    }
}
