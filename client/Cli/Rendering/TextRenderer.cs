using Validation.Client.Connection;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli.Rendering;

/// <summary>How much a text says of each draft.</summary>
internal enum TextDetail
{
    /// <summary>All that was found; of many drafts nothing of those in which there is nothing.</summary>
    Usual,

    /// <summary>Each draft, also one in which nothing was found.</summary>
    All,

    /// <summary>Nothing of a single draft, only how many passed.</summary>
    Counts,
}

/// <summary>Prints for a clerk: draft by draft what is wrong, where, how to mend it and why. Of many drafts only those are named that have
/// something to say, and a table counts them all.</summary>
/// <param name="columns">The width to wrap at; null: no wrapping.</param>
/// <param name="colours">Whether the output understands colours.</param>
/// <param name="compact">True shortens it for somebody who looks on: no folders, basis, cells and rule versions.</param>
internal sealed class TextRenderer(int? columns, bool colours, bool compact = false) : IRenderer
{
    private const int Indent = 2;
    private const int Many = 10;

    private readonly ServerTrouble _trouble = new();
    private readonly UnevaluatedRuleWords _unevaluated = new();
    private PageWriter _page = new(TextWriter.Null, null, colours: false);
    private Counts _counts = Counts.None;
    private Provenance? _provenance;
    private int _drafts;

    /// <inheritdoc/>
    public bool ShowsReport => false;

    /// <summary>How much is said of each draft.</summary>
    public TextDetail Detail { get; init; }

    /// <inheritdoc/>
    public void Begin(TextWriter output, int drafts)
    {
        _page = new PageWriter(output, columns, colours);
        _drafts = drafts;
    }

    /// <inheritdoc/>
    public void Write(CheckOutcome outcome)
    {
        _counts = _counts.With(outcome);
        _unevaluated.Add(outcome.Reply);
        _provenance ??= outcome.Reply?.Findings.Count > 0 ? outcome.Reply.Provenance : null;
        var isLeftOut = Detail switch
        {
            TextDetail.Counts => true,
            TextDetail.All => false,
            _ => _drafts > Many && IsClean(outcome),
        };
        if ((Detail != TextDetail.All && _drafts > Many && _trouble.Takes(outcome)) || isLeftOut)
        {
            return;
        }

        Write(_page, outcome);
        if (_drafts > 1)
        {
            _page.Blank();
        }
    }

    /// <inheritdoc/>
    public void End(int left)
    {
        _trouble.Write(_page);
        if (_drafts > Many)
        {
            SummaryTable.Write(_page, _counts, left);
        }
        else if (_drafts > 1 || Detail == TextDetail.Counts)
        {
            _page.Paragraph(0, Words.None, new Words(_counts.Text, Ink.Strong));
        }

        WriteProvenance(_page);
    }

    private static bool IsClean(CheckOutcome outcome) =>
        outcome.Reply is { Verdict: V1.Verdict.Accept, Findings.Count: 0, RuleFailures.Count: 0 };

    /// <summary>Says once which rules were applied, but not below the one line that says that all is well; and which were not.</summary>
    private void WriteProvenance(PageWriter page)
    {
        var applied = _provenance is null ? string.Empty : RenderingTexts.Provenance(_provenance);
        string[] lines = [.. new[] { applied, _unevaluated.Text }.Where(line => line.Length > 0)];
        if (compact || Detail == TextDetail.Counts || lines.Length == 0)
        {
            return;
        }

        Space(page);
        foreach (var line in lines)
        {
            page.Paragraph(0, Words.None, new Words(line, Ink.Faint));
        }
    }

    private void Write(PageWriter page, CheckOutcome outcome)
    {
        var name = compact ? outcome.Draft.Name : outcome.Draft.FilePath ?? outcome.Draft.Name;
        if (outcome.Reply is not { } reply)
        {
            var reason = outcome.Failure?.Message ?? string.Empty;
            page.Paragraph(0, Words.None, new(name, Ink.Strong), new(CliTexts.NotChecked, Ink.Doubtful), new(reason));
            return;
        }

        var tally = Tally.Of(reply.Findings);
        page.Paragraph(0, Words.None, [new(name, Ink.Strong), new(CliTexts.Colon), .. Verdict(reply, tally)]);
        if (FindingWords.Prior(reply, outcome.Draft) is { Length: > 0 } prior && !compact)
        {
            page.Paragraph(Indent, Words.None, new Words(prior, Ink.Faint));
        }

        for (var i = 0; i < reply.Findings.Count; i++)
        {
            Space(page);
            new FindingText(page, compact).Write(i + 1, reply.Findings[i]);
        }

        WriteFailures(page, reply);
    }

    private static Words[] Verdict(ValidateReply reply, Tally tally)
    {
        var failures = VerdictWords.FailuresBeside(reply);
        return failures.Length == 0 ? Plain(reply, tally) : [.. Plain(reply, tally), new(RenderingTexts.After(failures), Ink.Doubtful)];
    }

    private static Words[] Plain(ValidateReply reply, Tally tally) => reply.Verdict switch
    {
        V1.Verdict.Accept when tally.IsClean => [new(RenderingTexts.AcceptedClean, Ink.Good)],
        V1.Verdict.Accept => [new(VerdictWords.Accepted, Ink.Good), new(RenderingTexts.CountsBesideAccept(tally))],
        V1.Verdict.Reject => [new(VerdictWords.Rejected, Ink.Bad), new(RenderingTexts.CountsInBrackets(tally))],
        _ when reply.ReasonText.Length > 0 => [new(VerdictWords.NotDecided, Ink.Doubtful), new(CliTexts.Colon + reply.ReasonText)],
        _ => [new(VerdictWords.NotDecided, Ink.Doubtful)],
    };

    private void WriteFailures(PageWriter page, ValidateReply reply)
    {
        foreach (var failure in reply.RuleFailures)
        {
            Space(page);
            page.Paragraph(Indent, Words.None, new Words(VerdictWords.RuleFailed(failure), Ink.Faint));
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
