using Validation.Cel;
using Validation.Engine.Rules.Files;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>A change of a rule by an administrator for reports that meet a condition.</summary>
/// <param name="Change">The change: it switches the rule off, or gives it another weight.</param>
/// <param name="When">Its condition, compiled.</param>
internal sealed record RuleCaseProgram(RuleOverride Change, CelProgram When)
{
    /// <summary>The case as lists of rules show it.</summary>
    public RuleCase Summary => new()
    {
        When = Change.When!.Text, Off = Change.Off, Severity = Change.Severity ?? Level.Unspecified, Reason = Change.Reason,
    };

    /// <summary>The case in one line, such as "off when report.kind == 'STREET'".</summary>
    public override string ToString() => $"{(Change.Off ? "off" : Severities.NameOf(Change.Severity!.Value))} when {Change.When!.Text}";
}
