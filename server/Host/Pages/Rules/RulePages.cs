using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Engine.Rules;
using Validation.Engine.Rules.Trying;
using Validation.Server.Access;
using Validation.Server.Outcomes;
using Validation.Server.Pages.Frame;
using Validation.Server.Records;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.Server.Web.Problems;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Pages.Rules;

/// <summary>Shows the rules in force: all that somebody wants to see, or one with all that there is to know about it.</summary>
internal sealed class RulePages(RuleBook book, RuleStatusReader status, RuleUsageReader usage)
{
    private const int LongestId = 60;

    /// <summary>No fields: a form shows the rule as it is.</summary>
    public static IReadOnlyDictionary<string, string> NothingTyped { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The list of the rules, by the terms of the address.</summary>
    public Task<RazorComponentResult<RuleListPage>> ListAsync(HttpContext context)
    {
        var current = book.Current;
        var filter = RuleFilter.Of(context.Request.Query);
        var rows = RuleRow.Of(current.Rules, Failing());
        return Task.FromResult(new RazorComponentResult<RuleListPage>(new Dictionary<string, object?>
        {
            [nameof(RuleListPage.Version)] = current.Version,
            [nameof(RuleListPage.Filter)] = filter,
            [nameof(RuleListPage.Families)] = (IReadOnlyList<string>)[.. rows.Select(row => row.Summary.Family).Distinct()],
            [nameof(RuleListPage.All)] = rows.Count,
            [nameof(RuleListPage.Rows)] = (IReadOnlyList<RuleRow>)[.. rows.Where(filter.Takes)],
        }));
    }

    /// <summary>The page of the rule that the address names.</summary>
    /// <exception cref="ProblemException">There is no such rule.</exception>
    public Task<RazorComponentResult<RulePage>> ShowAsync(HttpContext context)
    {
        return PageAsync(context, context.Request.Query["id"].ToString(), "", StatusCodes.Status200OK, NothingTyped);
    }

    /// <summary>The page of a rule.</summary>
    /// <param name="context">The request.</param>
    /// <param name="id">The rule.</param>
    /// <param name="problem">Why it was not changed. Empty: it was not to be.</param>
    /// <param name="code">The status of the answer.</param>
    /// <param name="typed">What its form is to show. Empty: the rule as it is.</param>
    /// <exception cref="ProblemException">There is no such rule.</exception>
    public async Task<RazorComponentResult<RulePage>> PageAsync(
        HttpContext context, string id, string problem, int code, IReadOnlyDictionary<string, string> typed)
    {
        var current = book.Current;
        if (RuleExplanation.Of(current.Rules, id) is not { } explained)
        {
            throw new ProblemException(new Refusal(RefusalKind.NotFound, CommonTexts.NoSuchRule(SentText.Line(id, LongestId))));
        }

        var roles = context.Caller()?.Roles ?? Roles.None;
        var rule = current.Rules.Find(id)!;
        return new RazorComponentResult<RulePage>(new Dictionary<string, object?>
        {
            [nameof(RulePage.Rule)] = explained,
            [nameof(RulePage.Version)] = current.Version,
            [nameof(RulePage.Facts)] = await FactsAsync(current, rule, explained, roles, context.RequestAborted),
            [nameof(RulePage.Conditions)] = rule.Conditions,
            [nameof(RulePage.Used)] = RuleFactUse.Of(rule),
            [nameof(RulePage.Alarm)] = status.Read().Alarms.FirstOrDefault(alarm => alarm.RuleId == id) is { } alarm
                ? RuleTexts.RuleFailsOften(alarm) : "",
            [nameof(RulePage.MayChange)] = AccessTable.Lets(roles, PageLinks.RuleEdited),
            [nameof(RulePage.Problem)] = problem,
            [nameof(RulePage.Typed)] = typed,
        })
        {
            StatusCode = code,
        };
    }

    private HashSet<string> Failing()
    {
        return status.Read().Alarms.Select(alarm => alarm.RuleId).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<(string Name, string Value)>> FactsAsync(
        RulesInForce current, Rule rule, ExplainReply explained, Roles roles, CancellationToken cancellationToken)
    {
        var summary = explained.Rule;
        (string Name, string Value)[] facts =
        [
            (RulePageTexts.Id, summary.Id),
            (RulePageTexts.Family, summary.Family),
            (RulePageTexts.Severity, RuleWords.Weight(summary)),
            (RulePageTexts.Basis, summary.Basis),
            (RulePageTexts.State, State(rule, summary)),
            (RulePageTexts.Origin, summary.Local
                ? RulePageTexts.Local(explained.File, explained.Line)
                : RulePageTexts.National(current.Stored.NationalVersion, explained.File, explained.Line)),
            (RulePageTexts.ChangedAt, explained.OverriddenAt),
            (RulePageTexts.NeverAccepted, summary.NeverAccepted ? RulePageTexts.NeverAcceptedText : ""),
            (RulePageTexts.Usage, await UsageAsync(summary.Id, roles, cancellationToken)),
        ];
        return [.. facts.Where(fact => fact.Value.Length > 0)];
    }

    private static string State(Rule rule, RuleSummary summary)
    {
        string[] parts =
        [
            summary.Off ? RulePageTexts.SwitchedOff(summary.OffReason) : rule.IsEvaluated ? RulePageTexts.InUse : "",
            summary.TrialUntil.Length > 0 ? RulePageTexts.OnTrial(summary.TrialUntil) : "",
            summary.WaitsFor.Length > 0 ? RulePageTexts.Needs(summary.WaitsFor) : "",
            RulePageTexts.Years(summary.Since, summary.Until),
        ];
        return string.Join('；', parts.Where(part => part.Length > 0));
    }

    /// <summary>How often the rule found something of late. Empty: whoever asks may not know.</summary>
    private async Task<string> UsageAsync(string id, Roles roles, CancellationToken cancellationToken)
    {
        if (!AccessTable.Lets(roles, "/validation.v1.RuleAdmin/GetUsage"))
        {
            return "";
        }

        try
        {
            var read = await usage.ReadAsync(0, cancellationToken);
            var own = read.Rules.Where(rule => rule.RuleId == id).ToList();
            return read.Checks == 0
                ? RulePageTexts.UsageNone
                : RulePageTexts.UsedSince(read.Since, read.Checks, own.Sum(rule => rule.Checks), own.Sum(rule => rule.Findings));
        }
        catch (StoreException)
        {
            // The rest of the page needs no store.
            return RulePageTexts.UsageUnknown;
        }
    }
}
