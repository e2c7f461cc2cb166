using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Validation.Server.Outcomes;

namespace Validation.Server.Web.Problems;

/// <summary>Writes problem details (RFC 9457).</summary>
internal static class ProblemResponse
{
    public const string ContentType = "application/problem+json";

    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="context">The request.</param>
    /// <param name="problem">What went wrong.</param>
    /// <param name="detail">The same in sentences.</param>
    /// <param name="retryAfter">When to ask again. Null: nothing is known of that.</param>
    /// <param name="page">Tells people, where the server has pages for them.</param>
    public static Task WriteAsync(
        HttpContext context, ProblemCode problem, string detail, TimeSpan? retryAfter, IProblemPage? page = null)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        if (SaysWhen(problem.Status))
        {
            var seconds = Math.Ceiling((retryAfter ?? UsualPause).TotalSeconds);
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (page?.IsFor(context) == true)
        {
            return page.WriteAsync(context, problem, detail);
        }

        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        var body = new Details(
            TypeOf(problem), problem.Title, problem.Status, detail, context.Request.Path, problem.Code, context.TraceIdentifier);
        return response.WriteAsJsonAsync(body, Json, ContentType, context.RequestAborted);
    }

    /// <summary>Whether answers with this status say when to ask again.</summary>
    public static bool SaysWhen(int status)
    {
        return status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>The type of the problem: a name, not an address, because a closed network has no page to show there.</summary>
    public static string TypeOf(ProblemCode problem)
    {
        return $"urn:validation:problem:{problem.Code}";
    }

    private sealed record Details(string Type, string Title, int Status, string Detail, string Instance, string Code, string RequestId);
}
