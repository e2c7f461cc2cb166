using Validation.Cli.Rendering;
using Validation.Client.Connection;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Prints what a candidate changes, draft by draft; drafts that come out the same are only counted.</summary>
/// <param name="page">Where it goes.</param>
internal sealed class TryText(PageWriter page)
{
    private const int Indent = 2;

    /// <summary>Prints one draft, if there is something to say.</summary>
    public void Write(TrialOutcome outcome)
    {
        var name = outcome.Draft?.FilePath ?? outcome.Draft?.Name ?? string.Empty;
        if (outcome.Reply is not { } reply)
        {
            var problem = outcome.Problem ?? string.Empty;
            page.Paragraph(0, Words.None, new(name, Ink.Strong), new(CliTexts.NotChecked, Ink.Doubtful), new(problem));
            page.Blank();
        }
        else if (TryCounts.Differs(reply))
        {
            var verdict = RuleTexts.VerdictChange(reply.VerdictBefore, reply.VerdictAfter);
            var reason = reply.ReasonText.Length == 0 ? string.Empty : $"（{reply.ReasonText}）";
            page.Paragraph(
                0,
                Words.None,
                new(name, Ink.Strong),
                new(CliTexts.Colon + verdict + reason),
                new(RuleTexts.UnchangedFindings(reply.Unchanged)));
            foreach (var change in reply.Changes)
            {
                Write(change);
            }

            page.Blank();
        }
    }

    /// <summary>Prints the last lines: what the candidate changes in all.</summary>
    public void Write(TryCounts counts, int left)
    {
        foreach (var sentence in RuleTexts.TrySummary(counts, left))
        {
            page.Paragraph(0, Words.None, new Words(sentence, Ink.Strong));
        }
    }

    /// <summary>Says rule by rule what differs, with an example of each, and which rules failed.</summary>
    public void Write(TryEffects effects)
    {
        if (effects.Effects.Count > 0)
        {
            page.Paragraph(0, Words.None, new Words(RuleTexts.ByRule, Ink.Strong));
        }

        foreach (var effect in effects.Effects)
        {
            page.Paragraph(Indent, Words.None, new(effect.RuleId, Ink.Strong), new(CliTexts.Title(effect.Title)));
            Write(RuleTexts.Plus, Ink.Bad, effect.Appear, RuleTexts.Appear);
            Write(RuleTexts.Minus, Ink.Good, effect.Vanish, RuleTexts.Vanish);
            Write(RuleTexts.Tilde, Ink.Doubtful, effect.Change, RuleTexts.Change);
        }

        foreach (var rule in effects.Failures)
        {
            page.Paragraph(0, Words.None, new Words(RuleTexts.RuleFailed(rule), Ink.Bad));
        }

        if (effects.Failures.Count > 0)
        {
            page.Paragraph(0, Words.None, new Words(RuleTexts.FailingIsNotPublished, Ink.Bad));
        }
    }

    private void Write(string sign, Ink ink, Occurrences occurrences, string what)
    {
        if (occurrences.Count > 0)
        {
            page.Paragraph(2 * Indent, new Words(sign, ink), new Words(RuleTexts.Example(what, occurrences)));
        }
    }

    private void Write(FindingChange change)
    {
        var (sign, ink) = change switch
        {
            { Before: null } => (RuleTexts.Plus, Ink.Bad),
            { After: null } => (RuleTexts.Minus, Ink.Good),
            _ => (RuleTexts.Tilde, Ink.Doubtful),
        };
        var finding = change.After ?? change.Before ?? new Finding();
        var weight = RuleTexts.BeforeAfterIfChanged(FindingWords.Weight(change.Before ?? finding), FindingWords.Weight(finding));
        page.Paragraph(
            Indent, new Words(sign, ink), new(weight, ink), new(CliTexts.Title(finding.Title), Ink.Strong), new(PlaceWords.Of(finding)),
            new(CliTexts.RuleId(finding.RuleId), Ink.Faint));
        var body = Indent + TextWidth.Of(sign);
        if (change.Before is { } before && !string.Equals(before.Message, finding.Message, StringComparison.Ordinal))
        {
            page.Paragraph(body, new Words(RuleTexts.MessageBefore), new Words(before.Message));
            page.Paragraph(body, new Words(RuleTexts.MessageAfter), new Words(finding.Message));
        }
        else
        {
            page.Paragraph(body, Words.None, new Words(finding.Message));
        }
    }
}
