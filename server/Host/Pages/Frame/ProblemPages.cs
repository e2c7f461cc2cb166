using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Server.Access;
using Validation.Server.Outcomes;
using Validation.Server.Web.Problems;

namespace Validation.Server.Pages.Frame;

/// <summary>Tells people in a browser what went wrong.</summary>
internal sealed class ProblemPages : IProblemPage
{
    public bool IsFor(HttpContext context)
    {
        return PageMark.IsOn(context)
            || (context.GetEndpoint() is null && HttpMethods.IsGet(context.Request.Method) && IsBrowser(context.Request));
    }

    public bool IsBrowser(HttpRequest request)
    {
        return request.Headers.Accept.Any(types => types?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
    }

    public Task WriteAsync(HttpContext context, ProblemCode problem, string detail)
    {
        context.Features.Set(new PageMark());
        var page = new RazorComponentResult<ProblemPage>(new Dictionary<string, object?>
        {
            [nameof(ProblemPage.Heading)] = problem.Title,
            [nameof(ProblemPage.Detail)] = detail,
            [nameof(ProblemPage.Number)] = context.TraceIdentifier,
        })
        {
            StatusCode = problem.Status,
        };
        return page.ExecuteAsync(context);
    }
}
