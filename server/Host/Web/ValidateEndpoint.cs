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
        var query = new QueryReader(context.Request, "id", "include_report", "omit_report");
        if (state.Obstacle is { } obstacle)
        {
            throw new ProblemException(drain.Begun.IsCancellationRequested ? ProblemCode.Stopping : ProblemCode.NotReady, obstacle);
        }

        var draft = await ReadAsync(context, query);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        var outcome = await checks.CheckOrRefuseAsync(draft, context.Principal(), stop.Token);
        return outcome.IsAnswered(out var reply, out var refusal)
            ? ProtoJson.Result(reply, context.Request, query)
            : throw new ProblemException(refusal);
    }

    private async Task<Draft> ReadAsync(HttpContext context, QueryReader query)
    {
        var request = context.Request;
        var id = query.Text("id");
        var wish = ReportWishes.Of(query.Flag("include_report"), query.Flag("omit_report"));
        // A server that stops takes nothing further; what has come whole is still checked.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Begun);
        var draft = await _uploads.ReadAsync(request, id, wish, stop.Token);
        if (DraftNames.Refuse(draft.Id, draft.FileName) is { } refusal)
        {
            draft.Dispose();
            throw new ProblemException(refusal);
        }

        return draft;
    }
}
