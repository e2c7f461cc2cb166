using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Web.Problems;
using Validation.Server.Web.Uploads;

namespace Validation.Server.Web;

/// <summary>Validate over HTTP: the same check, in the same queue, with the same limits.</summary>
internal sealed class ValidateEndpoint(
    CheckRunner checks, ByteBudget budget, Drain drain, ServerState state, ServerOptions options, TimeProvider time)
{
    private readonly UploadReader _uploads = new(options, budget, time);

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (state.Obstacle is { } obstacle)
        {
            throw new ProblemException(drain.Begun.IsCancellationRequested ? ProblemCode.Stopping : ProblemCode.NotReady, obstacle);
        }

        var draft = await ReadAsync(context);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        var outcome = await checks.CheckOrRefuseAsync(draft, context.Principal(), stop.Token);
        return outcome.IsAnswered(out var reply, out var refusal) ? ProtoJson.Result(reply) : throw new ProblemException(refusal);
    }

    private static bool Flag(HttpRequest request, string name)
    {
        return request.Query[name].ToString() switch
        {
            "" when !request.Query.ContainsKey(name) => false,
            "false" or "0" => false,
            "" or "true" or "1" => true,
            var other => throw new ProblemException(ProblemCode.BadRequest, Texts.FlagInvalid(name, other)),
        };
    }

    private async Task<Draft> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var omitReport = Flag(request, "omit_report");
        // A server that stops takes nothing further; what has come whole is still checked.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Begun);
        return await _uploads.ReadAsync(request, request.Query["id"].ToString(), omitReport, stop.Token);
    }
}
