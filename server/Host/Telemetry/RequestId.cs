using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Validation.Server.Telemetry;

/// <summary>The id of a request: the client's own, or one that is made here. It stands in the reply and in every log line that the request
/// causes, beside the trace of W3C that it belongs to.</summary>
internal sealed class RequestId(RequestDelegate next, ILogger<RequestId> log)
{
    /// <summary>The header, of requests and of replies.</summary>
    public const string Header = "x-request-id";

    /// <summary>The header of a reply that names its trace, as W3C Trace Context Level 2 has it.</summary>
    public const string TraceHeader = "traceresponse";

    /// <summary>Characters that the id of a client may have.</summary>
    public const int Longest = 128;

    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("{RequestId}");

    /// <summary>Gives a request its id and runs the rest of it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var given = context.Request.Headers[Header].ToString();
        context.TraceIdentifier = IsTaken(given) ? given : Guid.CreateVersion7().ToString("N");
        // A problem begins the reply anew, so that the headers are added last.
        context.Response.OnStarting(Name, context);
        using var scope = Scope(log, context.TraceIdentifier);
        await next(context);
    }

    private static Task Name(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers[Header] = context.TraceIdentifier;
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IdFormat: ActivityIdFormat.W3C, Id: { } trace })
        {
            headers[TraceHeader] = trace;
        }

        return Task.CompletedTask;
    }

    // Printable ASCII only: an id must not be able to pass for a log line.
    private static bool IsTaken(string id)
    {
        return id.Length is > 0 and <= Longest && id.All(character => character is > ' ' and <= '~');
    }
}
