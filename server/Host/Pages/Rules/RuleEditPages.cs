using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Engine.Rules.Editing;
using Validation.Engine.Rules.Trying;
using Validation.Server.Access;
using Validation.Server.Outcomes;
using Validation.Server.Pages.Frame;
using Validation.Server.Publishing;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.Server.Web.Problems;
using Validation.Server.Wording;
using Validation.V1;

namespace Validation.Server.Pages.Rules;

/// <summary>Writes an everyday change of a rule as a new text of the local rules, shows what it changes, and hands it on to where rules are
/// written. Changes nothing itself.</summary>
internal sealed class RuleEditPages(RuleBook book, RuleDesk desk, RulePages rules, FormGuard guard, TimeProvider time)
{
    private const int LongestId = 60;

    /// <summary>Answers the form on the page of a rule.</summary>
    /// <returns>The page with the text; the page of the rule, with the reason, where there is nothing to write.</returns>
    /// <exception cref="ProblemException">The form is none of this server's, or names no rule.</exception>
    public async Task<IResult> ComposeAsync(HttpContext context)
    {
        var fields = await guard.ReadAsync(context);
        var current = book.Current;
        var id = fields.GetValueOrDefault("id", "");
        if (RuleExplanation.Of(current.Rules, id) is not { } rule)
        {
            throw new ProblemException(new Refusal(RefusalKind.NotFound, CommonTexts.NoSuchRule(SentText.Line(id, LongestId))));
        }

        var expected = fields.GetValueOrDefault("expected", "");
        if (Versions.Stored(expected) != current.Stored.Version)
        {
            var moved = RulePageTexts.VersionMoved(SentText.Line(expected, LongestId), current.Version);
            return await rules.PageAsync(context, id, moved, StatusCodes.Status409Conflict, RulePages.NothingTyped);
        }

        var form = RuleEditForm.Read(fields, rule, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        if (form.Edit is not { } edit)
        {
            return await rules.PageAsync(context, id, form.Problem, StatusCodes.Status400BadRequest, fields);
        }

        var edited = OverlayEditor.Apply(current.Rules, current.Stored.Overlay, edit);
        return edited.Problem.Length > 0
            ? await rules.PageAsync(context, id, edited.Problem, StatusCodes.Status400BadRequest, fields)
            : await ReviewAsync(context, current, rule, edited.Files, form.Note);
    }

    private async Task<RazorComponentResult<ReviewPage>> ReviewAsync(
        HttpContext context, RulesInForce current, ExplainReply rule, IReadOnlyList<RuleFile> files, string note)
    {
        var compared = await Candidate.Read(new RuleOverlay { Files = { files } })
            .ThenAsync(candidate => desk.DiffAsync(current.Version, candidate, context.Principal(), context.RequestAborted));
        if (!compared.IsAnswered(out var diff, out var refusal))
        {
            throw new ProblemException(refusal);
        }

        return new RazorComponentResult<ReviewPage>(new Dictionary<string, object?>
        {
            [nameof(ReviewPage.Rule)] = rule.Rule,
            [nameof(ReviewPage.Version)] = current.Version,
            [nameof(ReviewPage.Text)] = OverlayText.Write(files),
            [nameof(ReviewPage.Note)] = note,
            [nameof(ReviewPage.Diff)] = diff,
        });
    }
}
