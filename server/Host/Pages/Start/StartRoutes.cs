using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Server.Options;
using Validation.Server.Pages.Frame;

namespace Validation.Server.Pages.Start;

/// <summary>The first page: what this is and how to begin, as long as the server is tried on its own machine. Later it leads on to
/// the first of the pages that whoever asks may see.</summary>
internal static class StartRoutes
{
    public static void MapStart(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(PageLinks.Start, Show);
    }

    private static IResult Show(HttpContext context, ServerOptions options)
    {
        return PageVisitor.IsTrial(context)
            ? new RazorComponentResult<StartPage>(new Dictionary<string, object?> { [nameof(StartPage.GrpcAddress)] = options.GrpcUrl })
            : TypedResults.Redirect(PageLinks.For(context).FirstOrDefault()?.Path ?? PageLinks.Check);
    }
}
