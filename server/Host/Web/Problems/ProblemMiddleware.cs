using Grpc.Core;
using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Grpc;
using Validation.Server.Telemetry;

namespace Validation.Server.Web.Problems;

/// <summary>Gives every request that is not answered its problem details. Calls of gRPC have statuses of their own.</summary>
internal sealed class ProblemMiddleware(
    RequestDelegate next, Drain drain, CheckFigures figures, ILogger<ProblemMiddleware> log)
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
                await AnswerAsync(context, problem, Texts.ProblemDetail(problem, context.Request.Method));
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
            ServerLog.CallRefused(log, StatusCode.Cancelled);
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
            ServerLog.CallFailed(log, Fault.Describe(fault));
            context.Abort();
        }
    }

    private Task AnswerAsync(HttpContext context, ProblemCode problem, string detail, TimeSpan? retryAfter = null)
    {
        figures.Refused("http", problem.Code, context.Principal());
        return ProblemResponse.WriteAsync(context, problem, detail, retryAfter);
    }

    /// <summary>No exception leaves with its message, unless it was made for the sender: that may quote the document.</summary>
    private (ProblemCode Problem, string Detail) Describe(Exception fault)
    {
        switch (fault)
        {
            case ProblemException known:
                return (known.Code, known.Message);
            case OperationCanceledException or IOException when drain.Begun.IsCancellationRequested:
                ServerLog.CallRefused(log, StatusCode.Unavailable);
                return (ProblemCode.Stopping, Texts.Stopping);
            case BadHttpRequestException bad:
                var problem = ProblemCode.Of(bad.StatusCode);
                return (problem, Texts.ProblemDetail(problem, ""));
            default:
                ServerLog.CallFailed(log, Fault.Describe(fault));
                return (ProblemCode.Fault, Texts.Fault);
        }
    }
}
