using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Web.Problems;
using Validation.Server.Web.Uploads;

namespace Validation.Server.Web;

/// <summary>Answers POST /v1/validate: the same check as over gRPC, in the same queue, with the same limits.</summary>
internal sealed class ValidateEndpoint(
    CheckRunner checks, UploadReader uploads, Drain drain, ServerState state)
{
    private const string PreviousParameter = "previous";

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var query = new QueryReader(context.Request, "id", "include_report", "omit_report", PreviousParameter, "without_archive");
        state.ThrowIfClosed(drain);
        var previous = query.Words(PreviousParameter);
        if (PreviousFindings.Refuse(previous, PreviousParameter) is { } unknown)
        {
            throw new ProblemException(unknown);
        }

        var wish = ReportWishes.Of(query.Flag("include_report"), query.Flag("omit_report"));
        var draft = await uploads.ReadDraftAsync(context, query.Text("id"), wish, drain) with
        {
            UsesArchive = !query.Flag("without_archive"), Previous = previous,
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        var outcome = await checks.CheckOrRefuseAsync(draft, context.Principal(), stop.Token);
        return outcome.IsAnswered(out var reply, out var refusal)
            ? ProtoJson.Result(reply, context.Request, query)
            : throw new ProblemException(refusal);
    }
}
