using System.Threading.RateLimiting;
using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Web.Problems;
using Validation.Server.Web.Uploads;

namespace Validation.Server.Web;

/// <summary>Validate over HTTP: the same check, in the same queue, with the same limits.</summary>
internal sealed class ValidateEndpoint(CheckRunner checks, Drain drain, ServerState state, ServerOptions options) : IDisposable
{
    private readonly UploadReader _uploads = new(options);

    // An upload holds its memory however slowly it comes: there are no more at a time than could be checked or queued.
    private readonly ConcurrencyLimiter _room = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.ConcurrentDocuments + options.QueuedDocuments,
        QueueLimit = 0,
    });

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (state.Lack is { } lack)
        {
            throw new ProblemException(drain.Begun.IsCancellationRequested ? ProblemCode.Stopping : ProblemCode.NotReady, lack);
        }

        var draft = await ReadAsync(context);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        var outcome = await checks.CheckOrRefuseAsync(draft, context.Principal(), stop.Token);
        return outcome.IsAnswered(out var reply, out var refusal) ? ProtoJson.Result(reply) : throw new ProblemException(refusal);
    }

    public void Dispose()
    {
        _room.Dispose();
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
        using var place = _room.AttemptAcquire();
        if (!place.IsAcquired)
        {
            throw new ProblemException(ProblemCode.Busy, Texts.Busy);
        }

        // A server that stops takes nothing further; what has come whole is still checked.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Begun);
        return await _uploads.ReadAsync(request, request.Query["id"].ToString(), omitReport, stop.Token);
    }
}
