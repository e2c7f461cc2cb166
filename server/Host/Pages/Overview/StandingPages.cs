using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Server.Archive;
using Validation.Server.Rules;
using Validation.Server.Store;
using static System.FormattableString;

namespace Validation.Server.Pages.Overview;

/// <summary>A rule with what it found in a year.</summary>
/// <param name="Count">How much it found.</param>
/// <param name="Title">Its title in the rules in force. Empty: they do not have it.</param>
public sealed record CountedRule(FiledRuleCount Count, string Title);

/// <summary>Shows where the bodies stand: over years, by what was found, and who has no report.</summary>
internal sealed class StandingPages(
    StandingReader reader, ArchiveStandings standings, ArchiveReader archive, RuleBook rules, TimeProvider time)
{
    private const int MostRules = 200;

    /// <summary>The table of bodies and years.</summary>
    public async Task<RazorComponentResult<OverviewPage>> OverviewAsync(HttpContext context)
    {
        var query = Query(context);
        var scope = reader.Scope(query.Superior);
        var choice = await ChoiceAsync(query, scope, query.Span.Last, context.RequestAborted);
        var totals = await reader.TotalsAsync(scope, query.Span, context.RequestAborted);
        var isAllListed = totals.All(total => total.Unlisted == 0);
        var page = await reader.PageAsync(scope, query.Span, query.Text, query.Page, isAllListed, context.RequestAborted);
        return new RazorComponentResult<OverviewPage>(new Dictionary<string, object?>
        {
            [nameof(OverviewPage.View)] = new StandingView(choice, totals, page)
            {
                Found = query.TextAsId.Length > 0 ? (await archive.FindAsync(query.TextAsId, context.RequestAborted))?.Report : null,
            },
        });
    }

    /// <summary>The rules that found the most in the reports of a year.</summary>
    public async Task<RazorComponentResult<FindingsPage>> FindingsAsync(HttpContext context)
    {
        var query = Query(context);
        var year = query.Year(query.DueYear);
        var scope = reader.Scope(query.Superior);
        var choice = await ChoiceAsync(query, scope, year, context.RequestAborted);
        var total = (await reader.TotalsAsync(scope, new YearSpan(year, year), context.RequestAborted))[0];
        var counts = await standings.RulesAsync(year, scope.Counted, MostRules, context.RequestAborted);
        var titles = rules.Current.Rules.Rules.ToDictionary(rule => rule.Header.Id, rule => rule.Header.Title, StringComparer.Ordinal);
        return new RazorComponentResult<FindingsPage>(new Dictionary<string, object?>
        {
            [nameof(FindingsPage.Choice)] = choice,
            [nameof(FindingsPage.Total)] = total,
            [nameof(FindingsPage.Rules)] =
                (IReadOnlyList<CountedRule>)[.. counts.Select(count => new CountedRule(count, titles.GetValueOrDefault(count.RuleId, "")))],
        });
    }

    /// <summary>The bodies that have no report on a year: to be printed and reminded.</summary>
    public async Task<RazorComponentResult<MissingPage>> MissingAsync(HttpContext context)
    {
        var query = Query(context);
        var year = query.Year(query.DueYear);
        var scope = reader.Scope(query.Superior);
        return new RazorComponentResult<MissingPage>(new Dictionary<string, object?>
        {
            [nameof(MissingPage.Choice)] = await ChoiceAsync(query, scope, year, context.RequestAborted),
            [nameof(MissingPage.Year)] = year,
            [nameof(MissingPage.Expected)] = scope.Bodies.Count,
            [nameof(MissingPage.Missing)] = await reader.MissingAsync(scope, year, context.RequestAborted),
            [nameof(MissingPage.Time)] = Invariant($"{time.GetLocalNow():yyyy-MM-dd HH:mm}"),
        });
    }

    private OverviewQuery Query(HttpContext context)
    {
        return new OverviewQuery(context.Request.Query, time.GetLocalNow());
    }

    private async Task<OverviewChoice> ChoiceAsync(
        OverviewQuery query, BodyScope scope, int chosen, CancellationToken cancellationToken)
    {
        var years = await standings.YearsAsync(cancellationToken);
        var problem = scope.Bodies.Count > 0 ? ""
            : query.Superior.Length > 0 ? OverviewTexts.UnknownSuperior + query.Superior
            : OverviewTexts.NoList;
        return new OverviewChoice(query, [.. years.Append(query.DueYear).Append(chosen).Distinct().OrderDescending()], reader.Superiors())
        {
            Problem = problem,
        };
    }
}
