using Validation.Cel;
using Validation.Engine.Rules.Files;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>A change of a rule by an administrator for reports that meet a condition.</summary>
/// <param name="Off">The rule is not evaluated.</param>
/// <param name="Severity">The weight. Null: as it is otherwise.</param>
/// <param name="Reason">Why. Empty: not said.</param>
/// <param name="Text">The condition as written.</param>
/// <param name="When">The condition, compiled.</param>
internal sealed record RuleCaseProgram(bool Off, Level? Severity, string Reason, string Text, CelProgram When)
{
    /// <summary>The case as lists of rules show it.</summary>
    public RuleCase Summary => new() { When = Text, Off = Off, Severity = Severity ?? Level.Unspecified, Reason = Reason };

    /// <summary>The case in one line, such as "off when report.kind == 'STREET'".</summary>
    public override string ToString() => $"{(Off ? "off" : Severities.NameOf(Severity!.Value))} when {Text}";
}
