using Validation.Client;
using Validation.V1;

namespace Validation.Cli.Rendering;

/// <summary>Prints for a clerk: draft by draft what is wrong, where, how to mend it and why.</summary>
/// <param name="columns">The width to wrap at; null: no wrapping.</param>
/// <param name="colours">Whether the output understands colours.</param>
/// <param name="compact">True shortens it for somebody who looks on: no folders, basis, cells and rule versions.</param>
internal sealed class TextRenderer(int? columns, bool colours, bool compact = false) : IRenderer
{
    private const int Indent = 2;

    /// <inheritdoc/>
    public void Render(IReadOnlyList<CheckOutcome> outcomes, TextWriter output)
    {
        var page = new PageWriter(output, columns, colours);
        foreach (var outcome in outcomes)
        {
            Write(page, outcome);
            if (outcomes.Count > 1)
            {
                page.Blank();
            }
        }

        if (outcomes.Count > 1)
        {
            page.Paragraph(0, Words.None, new Words(Texts.Summary(Counts.Of(outcomes)), Ink.Strong));
        }

        WriteProvenance(page, outcomes);
    }

    /// <summary>Says once which rules were applied; not below the one line that says that all is well.</summary>
    private void WriteProvenance(PageWriter page, IReadOnlyList<CheckOutcome> outcomes)
    {
        var provenance = outcomes.FirstOrDefault(outcome => outcome.Reply?.Findings.Count > 0)?.Reply?.Provenance;
        if (!compact && provenance is not null)
        {
            Space(page);
            page.Paragraph(0, Words.None, new Words(Texts.Provenance(provenance), Ink.Faint));
        }
    }

    private void Write(PageWriter page, CheckOutcome outcome)
    {
        var name = compact ? outcome.Draft.Name : outcome.Draft.FilePath ?? outcome.Draft.Name;
        if (outcome.Reply is not { } reply)
        {
            var reason = outcome.Failure?.Message ?? string.Empty;
            page.Paragraph(0, Words.None, new(name, Ink.Strong), new(Texts.NotChecked, Ink.Doubtful), new(reason));
            return;
        }

        var tally = Tally.Of(reply.Findings);
        page.Paragraph(0, Words.None, [new(name, Ink.Strong), new(Texts.Colon), .. Verdict(reply, tally)]);
        for (var i = 0; i < reply.Findings.Count; i++)
        {
            Space(page);
            new FindingText(page, compact).Write(i + 1, reply.Findings[i]);
        }

        WriteFailures(page, reply);
    }

    private static Words[] Verdict(ValidateReply reply, Tally tally) => reply.Verdict switch
    {
        V1.Verdict.Accept when tally.IsClean => [new(Texts.AcceptedClean, Ink.Good)],
        V1.Verdict.Accept => [new(Texts.Accepted, Ink.Good), new(Texts.CountsBesideAccept(tally))],
        V1.Verdict.Reject => [new(Texts.Rejected, Ink.Bad), new(Texts.CountsInBrackets(tally))],
        _ when reply.ReasonText.Length > 0 => [new(Texts.NotDecided, Ink.Doubtful), new(Texts.Colon + reply.ReasonText)],
        _ => [new(Texts.NotDecided, Ink.Doubtful)],
    };

    private void WriteFailures(PageWriter page, ValidateReply reply)
    {
        foreach (var failure in reply.RuleFailures)
        {
            Space(page);
            page.Paragraph(Indent, Words.None, new Words(Texts.RuleFailed(failure.RuleId, failure.Message), Ink.Faint));
        }
    }

    private void Space(PageWriter page)
    {
        if (!compact)
        {
            page.Blank();
        }
    }
}
