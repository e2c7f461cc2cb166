using System.Text;
using System.Text.RegularExpressions;
using Validation.V1;

namespace Validation.Engine.Acceptances;

/// <summary>The values that a finding is about, as text. A finding with other values is another one, which nobody has accepted.</summary>
public static partial class AcceptedValues
{
    /// <summary>One line for each value: the cells, the expected and the actual values, and the numbers in the message. The wording of
    /// the rule plays no part, so that a rule that is worded anew gives the same values.</summary>
    public static string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var text = new StringBuilder();
        foreach (var cell in finding.Cells)
        {
            text.Append(cell.Path).Append('＝').Append(cell.Text).Append('\n');
        }

        text.Append("应当＝").Append(finding.Expected).Append('\n');
        text.Append("现在＝").Append(finding.Actual).Append('\n');
        return text.Append("数＝").AppendJoin(' ', NumberPattern().Matches(finding.Message).Select(match => match.Value)).ToString();
    }

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?", PatternOptions.Linear)]
    private static partial Regex NumberPattern();
}
