using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Grpc;
using Validation.Server.Outcomes;
using Validation.Server.Store;
using Validation.Server.Telemetry;
using Validation.Server.Wording;

namespace Validation.Server.Web.Problems;

/// <summary>Gives every request that is not answered its problem details. Calls of gRPC have statuses of their own.</summary>
internal sealed class ProblemMiddleware(
    RequestDelegate next, Drain drain, CheckFigures figures, ILogger<ProblemMiddleware> log, IProblemPage? page = null)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (ReceivedBody.IsCall(context))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
            if (context.Response.StatusCode >= StatusCodes.Status400BadRequest && !context.Response.HasStarted)
            {
                var problem = ProblemCode.Of(context.Response.StatusCode);
                await AnswerAsync(context, problem, WebTexts.ProblemDetail(problem, context.Request.Method));
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
            CallLog.CallRefused(log, "Cancelled");
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            var (problem, detail) = Describe(fault);
            context.Response.Clear();
            await AnswerAsync(context, problem, detail, (fault as ProblemException)?.RetryAfter);
        }
        catch (Exception fault)
        {
            // Half an answer has gone out: the client must not take it for a whole one.
            CallLog.CallFailed(log, FaultText.Of(fault));
            context.Abort();
        }
    }

    private Task AnswerAsync(HttpContext context, ProblemCode problem, string detail, TimeSpan? retryAfter = null)
    {
        figures.Refused("http", problem.Code, context.Principal());
        return ProblemResponse.WriteAsync(context, problem, detail, retryAfter, page);
    }

    /// <summary>No exception leaves with its message, unless it was made for the sender: that may quote the document.</summary>
    private (ProblemCode Problem, string Detail) Describe(Exception fault)
    {
        switch (fault)
        {
            case ProblemException known:
                return (known.Code, known.Message);
            case OperationCanceledException or IOException when drain.Begun.IsCancellationRequested:
                CallLog.CallRefused(log, "Unavailable");
                return (ProblemCode.Stopping, CommonTexts.Stopping);
            case StoreException trouble:
                StoreLog.StoreFailed(log, trouble.InnerException?.Message ?? trouble.Message);
                return (ProblemCode.NotReady, trouble.Message);
            case BadHttpRequestException bad:
                var problem = ProblemCode.Of(bad.StatusCode);
                return (problem, WebTexts.ProblemDetail(problem, ""));
            default:
                CallLog.CallFailed(log, FaultText.Of(fault));
                return (ProblemCode.Fault, CommonTexts.Fault);
        }
    }
}
