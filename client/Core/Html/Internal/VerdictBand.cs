using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Client.Html.Internal;

/// <summary>The verdict in large letters, with the reason, the counts and the time; where there is none, what to do about it.</summary>
internal sealed class VerdictBand(Markup page, PageDraft draft)
{
    /// <summary>Writes it.</summary>
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
        page.Leaf(Tag.P, "time", Texts.CheckedAt(draft.CheckedAt));
        page.Close(2);
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

        if (VerdictWords.FailuresBeside(reply) is { Length: > 0 } failures)
        {
            page.Leaf(Tag.P, "tally", failures + "。");
        }
    }

    private void WriteAdvice()
    {
        var advice = (draft.Outcome.Reply, draft.Outcome.Failure) switch
        {
            ({ Verdict: Verdict.Accept or Verdict.Reject }, _) => null,
            ({ } reply, _) => Texts.Advice(reply.Reason),
            (null, { } failure) => Texts.Advice(failure.Kind),
            _ => null,
        };
        if (advice is null)
        {
            return;
        }

        page.Open(Tag.Section, Attr.Class("advice"));
        page.Leaf(Tag.H3, Texts.AdviceTitle);
        page.Open(Tag.Ol);
        foreach (var step in advice)
        {
            page.Leaf(Tag.Li, step);
        }

        page.Close();
        if (draft.Outcome.Reply is not null)
        {
            page.Leaf(Tag.P, "note", Texts.NotDecidedIsNoYes);
        }

        page.Close();
    }
}
