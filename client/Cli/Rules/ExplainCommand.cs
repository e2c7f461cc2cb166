using System.CommandLine;
using Validation.Cli.Rendering;
using Validation.Client.Wording;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>`validate rules explain`: why a rule exists, on which basis, a wrong and a right example.</summary>
internal static class ExplainCommand
{
    private const int Indent = 4;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>(Texts.RuleIdName) { Description = Texts.RuleIdDescription };
        var format = RuleOptions.Format();
        var command = new RuleCommand("explain", Texts.ExplainDescription, "validate rules explain t3-balance") { id, format };
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
            new(Texts.Title(rule.Title), Ink.Strong),
            new(RuleMarks.Weight(rule), RuleMarks.Ink(rule)),
            new(RuleMarks.Of(rule), Ink.Note));
        Write(page, Texts.Why, reply.Why);
        Write(page, FindingWords.Basis, rule.Basis);
        foreach (var parameter in reply.Parameters)
        {
            page.Paragraph(0, new Words(Texts.Parameter, Ink.Faint), new Words(Texts.ParameterValues(parameter)));
        }

        if (reply.OverriddenAt.Length > 0)
        {
            page.Paragraph(0, new Words(Texts.OverriddenAt, Ink.Faint), new Words(reply.OverriddenAt));
        }

        Write(page, Texts.WrongExample, reply.WrongExample);
        Write(page, Texts.WrongMessage, reply.WrongMessage);
        Write(page, Texts.RightExample, reply.RightExample);
        if (reply.File.Length > 0)
        {
            page.Paragraph(0, new Words(Texts.RuleOrigin), new Words(Texts.RulePlace(reply.File, reply.Line)));
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
