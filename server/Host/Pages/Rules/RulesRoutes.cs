using Validation.Server.Pages.Frame;

namespace Validation.Server.Pages.Rules;

/// <summary>The pages about the rules: their services and their routes.</summary>
internal static class RulesRoutes
{
    public static void AddRulePages(this IServiceCollection services)
    {
        services.AddSingleton<RulePages>();
        services.AddSingleton<RuleEditPages>();
        services.AddSingleton<HistoryPages>();
    }

    public static void MapRulePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(PageLinks.Rules, (HttpContext context, RulePages rules) => rules.ListAsync(context));
        pages.MapGet(PageLinks.Rule, (HttpContext context, RulePages rules) => rules.ShowAsync(context));
        pages.MapPost(PageLinks.RuleEdited, (HttpContext context, RuleEditPages edits) => edits.ComposeAsync(context));
        pages.MapGet(PageLinks.RulesHistory, (HttpContext context, HistoryPages history) => history.ListAsync(context));
        pages.MapGet(PageLinks.RulesVersion, (HttpContext context, HistoryPages history) => history.ShowAsync(context));
        pages.MapPost(PageLinks.RulesRolledBack, (HttpContext context, HistoryPages history) => history.RollBackAsync(context));
    }
}
