using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Options;
using Validation.Server.Pages.Frame;
using Validation.Server.Replicas;
using Validation.Server.Rules;
using Validation.Server.Telemetry;
using static System.FormattableString;

namespace Validation.Server.Pages.Administration;

/// <summary>Shows how the server is.</summary>
internal sealed class SystemDesk(
    ServerState state, RuleStatusReader status, IDocumentCheck check, CheckRunner checks, ReplicaReader replicas, RefusalCounts refusals,
    ServerOptions options)
{
    /// <summary>The page as of this moment.</summary>
    public async Task<RazorComponentResult<SystemPage>> ShowAsync(HttpContext context)
    {
        var known = await replicas.ReadAsync(context.RequestAborted);
        var differ = SystemRows.Differ(known.Servers);
        var rules = status.Read();
        var roles = context.Caller()?.Roles ?? Roles.None;
        IReadOnlyList<(string Name, string Value)> facts =
        [
            (AdministrationTexts.RuleSet, AdministrationTexts.RuleCount(check.RuleSetVersion, check.Rules.Rules.Count)),
            (AdministrationTexts.Engine, check.EngineVersion),
            (AdministrationTexts.Running, Invariant($"{checks.Running(CheckLane.Quick)} + {checks.Running(CheckLane.Bulk)}")),
            (AdministrationTexts.Waiting, checks.Waiting.ToString(CultureInfo.InvariantCulture)),
            (AdministrationTexts.Watchers, rules.Watchers.ToString(CultureInfo.InvariantCulture)),
            (AdministrationTexts.Store, options.Database.Length > 0 ? "PostgreSQL" : "SQLite"),
            (AdministrationTexts.GrpcAddress, options.GrpcUrl),
        ];
        IReadOnlyList<(string Path, string Title)> links =
        [
            .. new[] { (PageLinks.Keys, PagesTexts.KeysTitle), (PageLinks.Audit, PagesTexts.AuditTitle) }
                .Where(link => AccessTable.Lets(roles, link.Item1)),
        ];
        return new RazorComponentResult<SystemPage>(new Dictionary<string, object?>
        {
            [nameof(SystemPage.Lack)] = state.Lack,
            [nameof(SystemPage.Status)] = rules,
            [nameof(SystemPage.Alarms)] = (IReadOnlyList<string>)[.. rules.Alarms.Select(RuleTexts.RuleFailsOften)],
            [nameof(SystemPage.Facts)] = facts,
            [nameof(SystemPage.Servers)] = SystemRows.Of(known.Servers, replicas.IsOwn),
            [nameof(SystemPage.ServerNote)] = !known.IsComplete ? SystemTexts.Unknown
                : differ ? SystemTexts.RulesDiffer
                : options.Database.Length == 0 ? SystemTexts.Alone
                : "",
            [nameof(SystemPage.IsServerNoteBad)] = !known.IsComplete || differ,
            [nameof(SystemPage.Refusals)] = SystemRows.Of(refusals),
            [nameof(SystemPage.Links)] = links,
        });
    }
}
