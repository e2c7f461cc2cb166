using Validation.Cli.Rendering;
using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>Prints which rules differ between two sets, and in what.</summary>
/// <param name="page">Where it goes.</param>
internal sealed class DiffText(PageWriter page)
{
    private const int KeyIndent = 4;
    private const int LineIndent = 6;

    /// <summary>Prints the changes and sums them up.</summary>
    public void Write(IReadOnlyCollection<RuleChange> changes)
    {
        foreach (var change in changes)
        {
            var (sign, ink) = Look(change.Kind);
            page.Paragraph(
                0, new Words(sign, ink), new(RuleTexts.RuleChange(change.Kind), ink), new(" " + change.RuleId, Ink.Strong),
                new(change.Title.Length == 0 ? string.Empty : CliTexts.Title(change.Title)));
            foreach (var key in change.Keys)
            {
                Write(key);
            }
        }

        page.Paragraph(0, Words.None, new Words(changes.Count == 0 ? RuleTexts.NoRuleChanges : RuleTexts.RuleChanges(changes), Ink.Strong));
    }

    private static (string Sign, Ink Ink) Look(RuleChange.Types.Kind kind) => kind switch
    {
        RuleChange.Types.Kind.Added or RuleChange.Types.Kind.SwitchedOn => (RuleTexts.Plus, Ink.Good),
        RuleChange.Types.Kind.Removed or RuleChange.Types.Kind.SwitchedOff => (RuleTexts.Minus, Ink.Bad),
        _ => (RuleTexts.Tilde, Ink.Doubtful),
    };

    private void Write(KeyChange key)
    {
        var before = key.Before.TrimEnd();
        var after = key.After.TrimEnd();
        if (!before.Contains('\n', StringComparison.Ordinal) && !after.Contains('\n', StringComparison.Ordinal))
        {
            page.Paragraph(KeyIndent, new Words(key.Key + CliTexts.Colon), new Words(RuleTexts.BeforeAfter(before, after)));
            return;
        }

        page.Paragraph(KeyIndent, Words.None, new Words(key.Key + CliTexts.Colon));
        Write("- ", before, Ink.Bad);
        Write("+ ", after, Ink.Good);
    }

    private void Write(string sign, string text, Ink ink)
    {
        foreach (var line in text.Length == 0 ? [] : text.Split('\n'))
        {
            page.Paragraph(LineIndent, new Words(sign, ink), new Words(line.TrimEnd('\r'), ink));
        }
    }
}
