using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Page;
using Validation.Client.Sarif;
using Validation.Client.Wording;
using Validation.Server.Access;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Options;
using Validation.Server.Pages.Frame;
using Validation.Server.Web;
using Validation.Server.Web.Uploads;
using Validation.V1;

namespace Validation.Server.Pages.Checking;

/// <summary>Checks the drafts that people send from a page: in the same queue as all others, with the same limits. Nothing is kept: the
/// results are in the answer alone.</summary>
internal sealed class DraftChecks(
    CheckRunner checks, AnnotationDesk annotations, DraftForm form, FormGuard guard, Drain drain,
    ServerState state, ServerOptions options, TimeProvider time)
{
    // Each carries its report; nobody tries suggestions in a hundred drafts at once.
    private const int MostTriable = 20;

    /// <summary>The page with the results of the drafts in the form.</summary>
    public async Task<RazorComponentResult> CheckAsync(HttpContext context)
    {
        state.ThrowIfClosed(drain);
        var drafts = await ReceiveAsync(context, ReportWish.Whole);
        if (drafts.Count == 0)
        {
            return Page(CheckingTexts.NothingChosen, default, []);
        }

        var output = new StringWriter(CultureInfo.InvariantCulture);
        var page = new HtmlPage(output, drafts.Count, isPart: true);
        var downloads = new List<PageDownload>();
        var forms = new List<CarriedDraft>();
        var number = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        using var rest = new Unchecked(drafts);
        while (rest.Next() is { } draft)
        {
            var outcome = await CheckAsync(draft, context.Principal(), stop.Token);
            number++;
            if (outcome.Reply is { } reply)
            {
                // The rules need the report whole; who reads it does not.
                forms.AddRange(drafts.Count <= MostTriable && CarriedDraft.Of(number, reply, draft.Prior) is { } trial ? [trial] : []);
                ReplyShape.Shape(reply, ReportWish.Included, options.ReplyBytes);
                downloads.AddRange(DownloadsOf(outcome, reply));
            }

            page.Add(outcome, time.GetLocalNow(), isTriable: forms.LastOrDefault()?.Id == HtmlPage.TryForm(number));
        }

        page.End();
        return Page("", new MarkupString(output.ToString()), downloads, forms);
    }

    /// <summary>A copy of the docx in the form, with a comment at each finding; a page where there is none.</summary>
    public async Task<IResult> AnnotateAsync(HttpContext context)
    {
        state.ThrowIfClosed(drain);
        var drafts = await ReceiveAsync(context, ReportWish.Omitted);
        using var rest = new Unchecked(drafts);
        if (drafts.Count != 1)
        {
            return Page(drafts.Count == 0 ? CheckingTexts.NothingChosen : CheckingTexts.OneToAnnotate, default, []);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        var outcome = await annotations.AnnotateAsync(rest.Next()!, context.Principal(), stop.Token);
        if (!outcome.IsAnswered(out var annotated, out var refusal))
        {
            return Page(refusal.Reason, default, []);
        }

        context.Response.RegisterForDispose(annotated);
        return annotated.Copy.IsEmpty
            ? Page(annotated.Reply.ReasonText, default, [])
            : AnnotateEndpoint.FileOf(annotated);
    }

    private static PageDownload[] DownloadsOf(CheckOutcome outcome, ValidateReply reply)
    {
        var sarif = SarifLog.Of(outcome, ProductWords.Name, reply.Provenance?.EngineVersion ?? "");
        return
        [
            PageDownload.Json(CheckingTexts.JsonName(reply.FileName), ProtoJson.Format(reply)),
            PageDownload.Json(CheckingTexts.SarifName(reply.FileName), sarif, SarifLog.MediaType),
        ];
    }

    private async Task<IReadOnlyList<SubmittedDraft>> ReceiveAsync(HttpContext context, ReportWish wish)
    {
        // A server that stops takes nothing more. What has arrived whole is still checked.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Begun);
        return await form.ReadAsync(context.Request, wish, fields => guard.VerifyAsync(context, fields), stop.Token);
    }

    private async Task<CheckOutcome> CheckAsync(SubmittedDraft draft, Principal principal, CancellationToken cancellationToken)
    {
        var name = new DraftName(draft.FileName) { PriorName = draft.Prior?.FileName };
        if (DraftNames.Refuse(draft.Id, draft.FileName) is { } tooLong)
        {
            draft.Dispose();
            return CheckOutcome.Failed(name, new CheckFailure(FailureKind.Refused, tooLong.Reason));
        }

        var outcome = await checks.CheckOrRefuseAsync(draft, principal, cancellationToken);
        return outcome.IsAnswered(out var reply, out var refusal)
            ? CheckOutcome.Answered(name, reply)
            : CheckOutcome.Failed(name, new CheckFailure(FailureKind.ServerBusy, refusal.Reason));
    }

    private static RazorComponentResult<CheckPage> Page(
        string problem, MarkupString results, IReadOnlyList<PageDownload> downloads, IReadOnlyList<CarriedDraft>? forms = null)
    {
        return new RazorComponentResult<CheckPage>(new Dictionary<string, object?>
        {
            [nameof(CheckPage.Problem)] = problem, [nameof(CheckPage.Results)] = results, [nameof(CheckPage.Downloads)] = downloads,
            [nameof(CheckPage.Forms)] = forms ?? [],
        });
    }

    /// <summary>Drafts of which each is taken once; those that nobody took are disposed of.</summary>
    private sealed class Unchecked(IEnumerable<SubmittedDraft> drafts) : IDisposable
    {
        private readonly Queue<SubmittedDraft> _drafts = new(drafts);

        public SubmittedDraft? Next()
        {
            return _drafts.TryDequeue(out var draft) ? draft : null;
        }

        public void Dispose()
        {
            foreach (var draft in _drafts)
            {
                draft.Dispose();
            }
        }
    }
}
