using Validation.Server.Access;
using Validation.Server.Grpc;
using Validation.Server.Outcomes;
using Validation.Server.Telemetry;
using Validation.Server.Web.Problems;

namespace Validation.Server.Web;

/// <summary>Keeps out every request, of gRPC and of HTTP alike, that <see cref="AccessGate"/> refuses, and says why in the terms of the
/// protocol.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, AccessGate gate, CheckFigures figures, ILogger<AccessMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (await gate.RefusalAsync(context) is not { } refusal)
        {
            await next(context);
        }
        else if (GrpcRefusal.IsGrpc(context.Request))
        {
            var status = GrpcStatus.Name(refusal.Kind);
            CallLog.CallRefused(log, status);
            figures.Refused("grpc", GrpcStatus.Word(refusal.Kind), context.Principal());
            await GrpcRefusal.WriteAsync(context.Response, refusal);
        }
        else if (HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<IKeptForm>() is { } form)
        {
            await form.GiveBackAsync(context, refusal);
        }
        else if (refusal.Kind == RefusalKind.Unauthenticated && PageMark.IsOn(context))
        {
            // Back to where somebody wanted to go, once it is known who it is.
            var wanted = HttpMethods.IsGet(context.Request.Method) ? $"{context.Request.Path}{context.Request.QueryString}" : "/";
            context.Response.Redirect($"{PageMark.SignInPath}?to={Uri.EscapeDataString(wanted)}");
        }
        else
        {
            throw new ProblemException(refusal);
        }
    }
}
