using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules explain`: why a rule exists, on which basis, a wrong and a right example.</summary>
internal static class ExplainCommand
{
    private const int Indent = 4;

    /// <summary>Creates the command <c>validate rules explain</c> with its arguments and options.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>(RuleTexts.RuleIdName) { Description = RuleTexts.RuleIdDescription };
        var format = RuleOptions.Format();
        var command = new RuleCommand("explain", RuleTexts.ExplainDescription, "validate rules explain t3-balance") { id, format };
        return command.Runs(terminal, (result, session, cancellationToken) => session.ShowAsync(
            session.Connection.ExplainAsync(result.GetRequiredValue(id), cancellationToken),
            result.IsJson(format),
            reply => Print(session.Page, reply),
            _ => ExitCode.Done));
    }

    private static void Print(PageWriter page, ExplainReply reply)
    {
        var rule = reply.Rule ?? new RuleSummary();
        page.Paragraph(
            0,
            Words.None,
            new(rule.Id, Ink.Strong),
            new(CliTexts.Title(rule.Title), Ink.Strong),
            new(RuleMarks.Weight(rule), RuleMarks.Ink(rule)),
            new(RuleMarks.Of(rule), Ink.Note));
        Write(page, RuleTexts.Why, reply.Why);
        Write(page, FindingWords.Basis, rule.Basis);
        foreach (var parameter in reply.Parameters)
        {
            page.Paragraph(0, new Words(RuleTexts.Parameter, Ink.Faint), new Words(RuleTexts.ParameterValues(parameter)));
        }

        if (reply.OverriddenAt.Length > 0)
        {
            page.Paragraph(0, new Words(RuleTexts.OverriddenAt, Ink.Faint), new Words(reply.OverriddenAt));
        }

        Write(page, RuleTexts.WrongExample, reply.WrongExample);
        Write(page, RuleTexts.WrongMessage, reply.WrongMessage);
        Write(page, RuleTexts.RightExample, reply.RightExample);
        if (reply.File.Length > 0)
        {
            page.Paragraph(0, new Words(RuleTexts.RuleOrigin), new Words(RuleTexts.RulePlace(reply.File, reply.Line)));
        }
    }

    private static void Write(PageWriter page, string label, string text)
    {
        var lines = text.TrimEnd().Split('\n');
        if (lines is [var only])
        {
            if (only.Length > 0)
            {
                page.Paragraph(0, new Words(label, Ink.Faint), new Words(only));
            }

            return;
        }

        page.Paragraph(0, Words.None, new Words(label, Ink.Faint));
        foreach (var line in lines)
        {
            page.Paragraph(Indent, Words.None, new Words(line.TrimEnd('\r')));
        }
    }
}
