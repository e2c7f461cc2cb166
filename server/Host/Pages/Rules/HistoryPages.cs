using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Server.Access;
using Validation.Server.Access.Audit;
using Validation.Server.Outcomes;
using Validation.Server.Pages.Frame;
using Validation.Server.Publishing;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.Server.Web.Problems;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Pages.Rules;

/// <summary>Shows who changed the rules, and what each version changed; puts an earlier one in force, at the same desk as
/// RuleAdmin.</summary>
internal sealed class HistoryPages(
    RuleBook book, IRuleStore store, RuleDesk desk, ChangeDesk changes, SecondPerson second, FormGuard guard)
{
    private const int EntriesOfAPage = 20;
    private const int LongestVersion = 60;

    /// <summary>A part of the history, by the terms of the address.</summary>
    /// <exception cref="ProblemException">The address names no part of it.</exception>
    public async Task<RazorComponentResult<HistoryPage>> ListAsync(HttpContext context)
    {
        var terms = HistoryTerms.Of(context.Request.Query);
        var request = terms.Request();
        if (!HistoryStart.Read(request).IsAnswered(out var start, out var refusal))
        {
            throw new ProblemException(refusal);
        }

        var reply = await new HistoryFilter(request).ReadAsync(store, EntriesOfAPage, start, context.RequestAborted)
            ?? throw new ProblemException(new Refusal(RefusalKind.NotFound, StoreTexts.NoSuchPage));
        return new RazorComponentResult<HistoryPage>(new Dictionary<string, object?>
        {
            [nameof(HistoryPage.Terms)] = terms,
            [nameof(HistoryPage.Entries)] = (IReadOnlyList<Publication>)reply.Entries,
            [nameof(HistoryPage.Current)] = book.Current.Stored.Version,
            [nameof(HistoryPage.Next)] = reply.NextPageToken,
        });
    }

    /// <summary>What the version that the address names changed.</summary>
    /// <exception cref="ProblemException">There is no such version.</exception>
    public Task<RazorComponentResult<VersionPage>> ShowAsync(HttpContext context)
    {
        return PageAsync(context, context.Request.Query["id"].ToString(), "", "", StatusCodes.Status200OK);
    }

    /// <summary>Puts the content of the version in force that the form names.</summary>
    public async Task<RazorComponentResult<VersionPage>> RollBackAsync(HttpContext context)
    {
        var fields = await guard.ReadAsync(context);
        var request = new RollbackRequest
        {
            Version = fields.GetValueOrDefault("version", ""),
            ExpectedVersion = fields.GetValueOrDefault("expected", ""),
            Author = fields.GetValueOrDefault("author", ""),
            Reason = fields.GetValueOrDefault("reason", ""),
        };
        var changed = await changes.RollbackAsync(request, CallOrigin.Of(context), context.Principal(), context.RequestAborted);
        if (!changed.IsAnswered(out var reply, out var refusal))
        {
            return refusal.Kind == RefusalKind.NotFound
                ? throw new ProblemException(refusal)
                : await PageAsync(context, request.Version, "", refusal.Reason, ProblemCode.Of(refusal.Kind).Status);
        }

        if (reply.Publication is { } made)
        {
            var done = RulePageTexts.RolledBack(made.RestoredVersion, made.Version, made.Summary);
            return await PageAsync(context, made.Version, done, "", StatusCodes.Status200OK);
        }

        return reply.Proposed is not null
            ? await PageAsync(context, request.Version, RulePageTexts.Proposed, "", StatusCodes.Status200OK)
            : reply.Unchanged
            ? await PageAsync(context, request.Version, RulePageTexts.Unchanged, "", StatusCodes.Status200OK)
            : await PageAsync(
                context, request.Version, "", RulePageTexts.NotFit(reply.Problems.FirstOrDefault()?.Message ?? ""),
                StatusCodes.Status409Conflict);
    }

    private async Task<RazorComponentResult<VersionPage>> PageAsync(
        HttpContext context, string version, string done, string problem, int code)
    {
        var stop = context.RequestAborted;
        var current = book.Current;
        if (version.Length == 0 || await store.FindAsync(Versions.Stored(version), stop) is not { } stored)
        {
            var unknown = RulePageTexts.NoSuchVersion(SentText.Line(version, LongestVersion));
            throw new ProblemException(new Refusal(RefusalKind.NotFound, unknown));
        }

        var isInForce = stored.Version == current.Stored.Version;
        var before = stored.Publication?.PreviousVersion ?? "";
        var roles = context.Caller()?.Roles ?? Roles.None;
        return new RazorComponentResult<VersionPage>(new Dictionary<string, object?>
        {
            [nameof(VersionPage.Version)] = stored.Version,
            [nameof(VersionPage.Current)] = current.Version,
            [nameof(VersionPage.IsInForce)] = isInForce,
            [nameof(VersionPage.Publication)] = stored.Publication,
            [nameof(VersionPage.Before)] = Versions.Stored(before),
            [nameof(VersionPage.Changed)] = before.Length == 0 ? null : await CompareAsync(context, before, stored.Version),
            [nameof(VersionPage.Back)] = isInForce ? null : await CompareAsync(context, current.Version, stored.Version),
            [nameof(VersionPage.MayRollBack)] = !isInForce && AccessTable.Lets(roles, PageLinks.RulesRolledBack),
            [nameof(VersionPage.TakesTwo)] = second.IsNeeded,
            [nameof(VersionPage.Done)] = done,
            [nameof(VersionPage.Problem)] = problem,
        })
        {
            StatusCode = code,
        };
    }

    private async Task<ComparedVersions> CompareAsync(HttpContext context, string from, string to)
    {
        var compared = await desk.DiffAsync(from, to, context.Principal(), context.RequestAborted);
        return compared.IsAnswered(out var diff, out var refusal)
            ? new ComparedVersions(diff.Changes, "")
            : new ComparedVersions([], refusal.Reason);
    }
}

/// <summary>How two versions differ.</summary>
/// <param name="Changes">The rules that differ.</param>
/// <param name="Problem">Why they cannot be compared. Empty: they can.</param>
public sealed record ComparedVersions(IReadOnlyList<RuleChange> Changes, string Problem);
