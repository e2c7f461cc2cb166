using System.Globalization;
using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Page;
using Validation.Client.Wording;
using Validation.Engine;
using Validation.Form;
using Validation.Server.Access;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Health;
using Validation.Server.Options;
using Validation.Server.Outcomes;
using Validation.Server.Pages.Frame;
using Validation.Server.Web.Problems;
using Validation.Server.Web.Uploads;
using Validation.V1;

namespace Validation.Server.Pages.Checking;

/// <summary>Shows what would become of a draft's findings if a suggestion were followed. The page brings the report; the rules look at it
/// as it is and with the changes, in the same queue as all drafts. Nothing is kept, and no file is changed.</summary>
internal sealed class SuggestionTrials(
    CheckRunner checks, FieldForm form, FormGuard guard, ByteBudget budget, Drain drain, ServerState state, ServerOptions options,
    TimeProvider time)
{
    /// <summary>The page with the results of the report in the form, with the changes that the form asks for.</summary>
    public async Task<RazorComponentResult> TryAsync(HttpContext context)
    {
        state.ThrowIfClosed(drain);
        using var arrival = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Begun);
        var fields = await form.ReadAsync(
            context.Request, CarriedDraft.LongFields, CarriedDraft.MostBytes, known => guard.VerifyAsync(context, known), arrival.Token);
        var sent = CarriedDraft.Sent(fields);
        if ((DraftNames.Refuse("", sent.FileName) ?? DraftNames.Refuse("", sent.Prior?.FileName ?? "")) is { } refusal)
        {
            throw new ProblemException(refusal);
        }

        var edits = fields.ContainsKey(CarriedDraft.BackField) ? [] : EditsOf(fields);
        var principal = context.Principal();
        using var held = budget.Open(principal);
        var length = sent.Report.Length + (sent.Prior?.Report.Length ?? 0);
        if (await held.HoldAsync(sizeof(char) * (long)length, arrival.Token) is { } shortage)
        {
            throw new ProblemException(shortage);
        }

        var report = Read(sent.Report, []);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, drain.Over);
        var before = await checks.CheckOrRefuseAsync(Draft(sent, report), principal, stop.Token);
        if (!before.IsAnswered(out var was, out _) || edits.Count == 0)
        {
            return Page(sent, before, null);
        }

        var edited = Draft(sent, Read(sent.Report, edits)) with { Previous = [.. was.Findings.Select(one => one.Fingerprint)] };
        var after = await checks.CheckOrRefuseAsync(edited, principal, stop.Token);
        var trial = after.IsAnswered(out var now, out _) ? TrialOutcome.Of(WordsOf(edits, report), was, now) : null;
        return Page(sent with { Applied = CellEdits.Text(edits) }, after, trial);
    }

    /// <summary>The changes of a form: a later one of the same cell takes the place of the one before.</summary>
    private static List<CellEdit> EditsOf(IReadOnlyDictionary<string, string> fields)
    {
        var most = ReportTemplate.Cells.Count;
        var applied = CellEdits.Read(fields.GetValueOrDefault(CarriedDraft.AppliedField, ""), most);
        var wanted = CellEdits.Read(fields.GetValueOrDefault(HtmlPage.TryField, ""), most);
        return applied is null || wanted is null
            ? throw Broken()
            : [.. applied.Concat(wanted).GroupBy(edit => edit.Path, StringComparer.Ordinal).Select(same => same.Last())];
    }

    private static Report Read(string json, IReadOnlyList<CellEdit> edits)
    {
        try
        {
            return EditedReport.Of(JsonParser.Default.Parse<Report>(json), edits) ?? throw Broken();
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw Broken();
        }
    }

    private static ProblemException Broken()
    {
        return new ProblemException(new Refusal(RefusalKind.Invalid, CheckingTexts.TrialBroken));
    }

    private static SubmittedDraft Draft(CarriedDraft form, Report report)
    {
        // The text is what the lane goes by: a long report takes its time.
        return new SubmittedDraft("", form.FileName, Encoding.UTF8.GetBytes(form.Report), ReportWish.Whole)
        {
            Report = report,
            Prior = form.Prior is { } prior ? new SubmittedPrior(prior.FileName, default) { Report = Read(prior.Report, []) } : null,
        };
    }

    private static List<string> WordsOf(IReadOnlyList<CellEdit> edits, Report report)
    {
        return [.. edits.Select(edit =>
        {
            var template = ReportTemplate.Cells[edit.Path];
            var cell = CellWords.Name(new CellReference { Path = edit.Path, Row = template.Row, Column = template.Column });
            return CheckingTexts.Change(cell, template.Of(report).Text, edit.Text);
        })];
    }

    private RazorComponentResult<CheckPage> Page(CarriedDraft form, Outcome<ValidateReply> outcome, TrialOutcome? trial)
    {
        var name = new DraftName(form.FileName) { PriorName = form.Prior?.FileName };
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var page = new HtmlPage(output, drafts: 1, isPart: true);
        if (outcome.IsAnswered(out var reply, out var refusal))
        {
            ReplyShape.Shape(reply, ReportWish.Included, options.ReplyBytes);
            page.Add(CheckOutcome.Answered(name, reply), time.GetLocalNow(), isTriable: true);
        }
        else
        {
            page.Add(CheckOutcome.Failed(name, new CheckFailure(FailureKind.ServerBusy, refusal.Reason)), time.GetLocalNow());
        }

        page.End();
        return new RazorComponentResult<CheckPage>(new Dictionary<string, object?>
        {
            [nameof(CheckPage.Results)] = new MarkupString(output.ToString()),
            [nameof(CheckPage.Trial)] = trial,
            [nameof(CheckPage.Forms)] = (IReadOnlyList<CarriedDraft>)[form],
        });
    }
}
