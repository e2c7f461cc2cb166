using Google.Protobuf;
using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Engine.Rules;
using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Outcomes;
using Validation.Server.Publishing;
using Validation.Server.Rules;
using Validation.Server.Web.Problems;
using Validation.Server.Web.Uploads;
using Validation.V1;

namespace Validation.Server.Pages.Editing;

/// <summary>Tries what somebody has written on files that they send. The files are not kept.</summary>
internal sealed class TrialDesk(
    EditPages pages, RuleBook book, RuleDesk desk, FailedTrials trials, DraftForm uploads, Drain drain, ServerState state)
{
    /// <summary>The page with what the text changes on each of the files.</summary>
    public async Task<RazorComponentResult<EditPage>> TryAsync(HttpContext context)
    {
        state.ThrowIfClosed(drain);
        var form = new EditForm("", "");
        IReadOnlyList<SubmittedDraft> drafts;
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Begun);
            drafts = await uploads.ReadAsync(context.Request, ReportWish.Omitted, VerifyAsync, stop.Token, EditForm.MostBytes);
        }
        catch (ProblemException problem) when (form.Text.Length > 0)
        {
            return await pages.PageAsync(context, form, new EditResult { Refused = problem.Message, Status = problem.Code.Status });
        }

        try
        {
            return drafts.Count == 0
                ? await pages.RefusedAsync(context, form, new Refusal(RefusalKind.Invalid, EditingTexts.NothingChosen))
                : await TryAsync(context, form, drafts);
        }
        finally
        {
            foreach (var draft in drafts)
            {
                draft.Dispose();
            }
        }

        async Task VerifyAsync(IReadOnlyDictionary<string, string> fields)
        {
            form = EditForm.Of(fields);
            if (await pages.RefusalAsync(context, fields) is { } refusal)
            {
                throw new ProblemException(refusal);
            }
        }
    }

    private async Task<RazorComponentResult<EditPage>> TryAsync(
        HttpContext context, EditForm form, IReadOnlyList<SubmittedDraft> drafts)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        var text = pages.Split(form);
        var read = Candidate.Read(new RuleOverlay { Files = { text.Files } });
        var compiled = await read.ThenAsync(candidate => desk.CompileAsync(candidate, context.Principal(), stop.Token));
        if (!compiled.IsAnswered(out var compilation, out var refusal))
        {
            return await pages.RefusedAsync(context, form, refusal);
        }

        if (compilation.RuleSet is not { } after)
        {
            var problems = compilation.Problems.Select(problem => PlacedProblem.Of(problem, text));
            return await pages.PageAsync(context, form, new EditResult { Problems = [.. problems] });
        }

        var before = book.Current.Rules;
        var replies = new List<TryReply>(drafts.Count);
        foreach (var draft in drafts)
        {
            var tried = await TryAsync(before, after, draft, context.Principal(), stop.Token);
            if (!tried.IsAnswered(out var reply, out refusal))
            {
                return await pages.PageAsync(context, form, new EditResult
                {
                    Refused = refusal.Reason, Status = ProblemCode.Of(refusal.Kind).Status, Tried = replies,
                });
            }

            if (reply.RuleFailures.Count > 0)
            {
                trials.Note(desk.DigestOf(read.Answer!), reply.RuleFailures[0]);
            }

            replies.Add(reply);
        }

        return await pages.PageAsync(context, form, new EditResult { Tried = replies });
    }

    private async Task<Outcome<TryReply>> TryAsync(
        RuleSet before, RuleSet after, SubmittedDraft draft, Principal principal, CancellationToken cancellationToken)
    {
        if (draft.Refusal is { } reason)
        {
            return new TryReply { FileName = draft.FileName, Reason = reason, ReasonText = EditingTexts.TooLarge };
        }

        var request = new ValidateRequest { FileName = draft.FileName, Content = UnsafeByteOperations.UnsafeWrap(draft.Content) };
        return await desk.TryAsync(before, after, request, principal, cancellationToken);
    }
}
