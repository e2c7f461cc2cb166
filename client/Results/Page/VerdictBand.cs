using Validation.Client.Connection;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Page;

/// <summary>The verdict in large letters, with the reason, the counts and the time; where there is none, what to do about it.</summary>
internal sealed class VerdictBand(Markup page, PageDraft draft)
{
    private const int MostErrors = 20;

    /// <summary>Writes the band at the top of a draft: its verdict as a sign and in words.</summary>
    public void Write()
    {
        var (className, sign) = Look(draft.Outcome);
        page.Open(Tag.Div, Attr.Class("verdict " + className));
        page.Open(Tag.P, Attr.Class("words"));
        page.Leaf(Tag.Span, "sign", sign);
        page.Text(VerdictWords.Of(draft.Outcome));
        page.Close();
        page.Open(Tag.Div, Attr.Class("facts"));
        WriteReason();
        WriteTally();
        page.Leaf(Tag.P, "time", PageTexts.CheckedAt(draft.CheckedAt));
        page.Close();
        WriteErrors();
        page.Close();
        WriteAdvice();
    }

    /// <summary>The class of an outcome, and a sign that tells it without colour.</summary>
    public static (string ClassName, string Sign) Look(CheckOutcome outcome) => outcome.Reply?.Verdict switch
    {
        null => ("unchecked", "－"),
        Verdict.Accept => ("accepted", "✓"),
        Verdict.Reject => ("rejected", "✗"),
        _ => ("undecided", "？"),
    };

    private void WriteReason()
    {
        var reason = draft.Outcome.Reply?.ReasonText ?? draft.Outcome.Failure?.Message ?? string.Empty;
        if (reason.Length > 0)
        {
            page.Leaf(Tag.P, "reason", Clipped.Of(reason, Clipped.InParagraph));
        }
    }

    private void WriteTally()
    {
        if (draft.Outcome.Reply is not { } reply)
        {
            return;
        }

        var tally = Tally.Of(reply.Findings);
        if (!tally.IsClean)
        {
            page.Leaf(Tag.P, "tally", tally.Text);
        }
        else if (reply.Verdict == Verdict.Accept)
        {
            page.Leaf(Tag.P, "tally", VerdictWords.Clean + "。");
        }

        if (draft.Changes is { IsNone: false } changes)
        {
            page.Leaf(Tag.P, "changes", PageTexts.Changes(changes));
        }

        if (VerdictWords.FailuresBeside(reply) is { Length: > 0 } failures)
        {
            page.Leaf(Tag.P, "tally", failures + "。");
        }
    }

    /// <summary>Links to the errors that count, so that nobody has to look for them among the hints.</summary>
    private void WriteErrors()
    {
        var errors = draft.Findings.Where(item => item.Finding is { Severity: Level.Error, Accepted: null }).ToList();
        if (errors.Count == 0)
        {
            return;
        }

        page.Open(Tag.Div, Attr.Class("errors"));
        page.Leaf(Tag.P, PageTexts.ErrorsTitle);
        page.Open(Tag.Ul);
        foreach (var item in errors.Take(MostErrors))
        {
            page.Open(Tag.Li);
            page.Leaf(Tag.A, Clipped.Of(PageTexts.ErrorLink(item), Clipped.InLine), Attr.Link(item.Anchor));
            page.Close();
        }

        page.Close();
        if (errors.Count > MostErrors)
        {
            page.Leaf(Tag.P, PageTexts.MoreErrors(errors.Count - MostErrors));
        }

        page.Close();
    }

    private void WriteAdvice()
    {
        var advice = (draft.Outcome.Reply, draft.Outcome.Failure) switch
        {
            ({ Verdict: Verdict.Accept or Verdict.Reject }, _) => null,
            ({ } reply, _) => PageTexts.Advice(reply.Reason),
            (null, { } failure) => PageTexts.Advice(failure.Kind),
            _ => null,
        };
        if (advice is null)
        {
            return;
        }

        page.Open(Tag.Section, Attr.Class("advice"));
        page.Leaf(Tag.H3, PageTexts.AdviceTitle);
        page.Open(Tag.Ol);
        foreach (var step in advice)
        {
            page.Leaf(Tag.Li, step);
        }

        page.Close();
        if (draft.Outcome.Reply is not null)
        {
            page.Leaf(Tag.P, "note", PageTexts.NotDecidedIsNoYes);
        }

        page.Close();
    }
}
