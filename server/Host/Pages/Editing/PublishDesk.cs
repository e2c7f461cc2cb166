using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Server.Access;
using Validation.Server.Access.Audit;
using Validation.Server.Outcomes;
using Validation.Server.Pages.Rules;
using Validation.Server.Publishing;
using Validation.Server.Rules;
using Validation.Server.Store;
using Validation.V1;

namespace Validation.Server.Pages.Editing;

/// <summary>Publishes what somebody has written, as RuleAdmin does. Whatever keeps it from being published, the text is on the
/// answer.</summary>
internal sealed class PublishDesk(EditPages pages, RuleBook book, RuleDesk desk, ChangeDesk changes, FailedTrials trials)
{
    /// <summary>The page that says what came of publishing.</summary>
    public async Task<RazorComponentResult<EditPage>> PublishAsync(HttpContext context)
    {
        var (form, refusal) = await pages.ReadAsync(context);
        if (refusal is not null)
        {
            return await pages.RefusedAsync(context, form, refusal);
        }

        var text = pages.Split(form);
        var request = new PublishRequest
        {
            Candidate = new RuleOverlay { Files = { text.Files } },
            Empty = form.Empty,
            Force = form.Force,
            Author = form.Author,
            Reason = form.Reason,
            ExpectedVersion = form.Expected,
        };
        var published = await changes.PublishAsync(request, CallOrigin.Of(context), context.Principal(), context.RequestAborted);
        return published.IsAnswered(out var reply, out refusal)
            ? await AnsweredAsync(context, form, text, reply)
            : await RefusedAsync(context, form, request.Candidate, refusal);
    }

    private Task<RazorComponentResult<EditPage>> AnsweredAsync(
        HttpContext context, EditForm form, OverlayText text, PublishReply reply)
    {
        if (reply.Problems.Count > 0 || reply.Failures.Count > 0)
        {
            return pages.PageAsync(context, form, new EditResult
            {
                Refused = EditingTexts.NotFit,
                Status = StatusCodes.Status409Conflict,
                Problems = reply.Problems.Count > 0 ? [.. reply.Problems.Select(problem => PlacedProblem.Of(problem, text))] : null,
                Failures = [.. reply.Failures.Select(failure => PlacedProblem.Of(failure, text))],
            });
        }

        var next = reply.Publication is { } publication ? form with { Expected = publication.Version, Reason = "", Force = false } : form;
        return pages.PageAsync(context, next, new EditResult
        {
            Published = reply.Publication, Proposed = reply.Proposed, IsUnchanged = reply.Unchanged,
        });
    }

    private async Task<RazorComponentResult<EditPage>> RefusedAsync(
        HttpContext context, EditForm form, RuleOverlay overlay, Refusal refusal)
    {
        var current = book.Current;
        var isOvertaken = refusal.Kind == RefusalKind.Conflict && Versions.Stored(form.Expected) != current.Stored.Version;
        var compared = isOvertaken
            ? await desk.DiffAsync(form.Expected, current.Stored.Version, context.Principal(), context.RequestAborted)
            : default;
        return await pages.PageAsync(context, form, new EditResult
        {
            Refused = isOvertaken ? "" : Reason(refusal),
            Status = ProblemCode.Of(refusal.Kind).Status,
            MayForce = Candidate.Read(overlay).Answer is { } candidate && trials.Find(desk.DigestOf(candidate)) is not null,
            Other = isOvertaken
                ? new OtherChange(
                    form.Expected, current.Stored.Publication, current.Stored.Version, OverlayText.Write(current.Stored.Overlay),
                    compared.Answer?.Changes)
                : null,
        });
    }

    /// <summary>Why it was not published, in the words of the page: what a program is to write into its request is a tick here.</summary>
    private static string Reason(Refusal refusal) => refusal.Field switch
    {
        "candidate" => EditingTexts.EmptyNeeded,
        "empty" => EditingTexts.EmptyWrong,
        _ => refusal.Reason,
    };
}
