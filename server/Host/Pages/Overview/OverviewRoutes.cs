using Validation.Server.Pages.Frame;

namespace Validation.Server.Pages.Overview;

/// <summary>The pages about reports on file: their services and their routes.</summary>
internal static class OverviewRoutes
{
    public static void AddOverviewPages(this IServiceCollection services)
    {
        services.AddSingleton<StandingPages>();
        services.AddSingleton<ReportPages>();
        services.AddSingleton<OverviewFiles>();
    }

    public static void MapOverviewPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(PageLinks.Overview, (HttpContext context, StandingPages standing) => standing.OverviewAsync(context));
        pages.MapGet(OverviewLinks.Findings, (HttpContext context, StandingPages standing) => standing.FindingsAsync(context));
        pages.MapGet(OverviewLinks.Missing, (HttpContext context, StandingPages standing) => standing.MissingAsync(context));
        pages.MapGet(OverviewLinks.Reports, (HttpContext context, ReportPages reports) => reports.ListAsync(context));
        pages.MapGet(OverviewLinks.Report, (HttpContext context, ReportPages reports) => reports.ShowAsync(context));
        pages.MapGet(OverviewLinks.Original, (HttpContext context, OverviewFiles files) => files.OriginalAsync(context));
        pages.MapGet(OverviewLinks.Export, (HttpContext context, OverviewFiles files) => files.StandingAsync(context));
        pages.MapGet(OverviewLinks.MissingExport, (HttpContext context, OverviewFiles files) => files.MissingAsync(context));
    }
}
