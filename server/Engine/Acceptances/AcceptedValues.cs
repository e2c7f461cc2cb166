using System.Text;
using System.Text.RegularExpressions;
using Validation.V1;

namespace Validation.Engine.Acceptances;

/// <summary>The values that a finding is about, as text: when they differ, it is another finding that nobody has accepted.</summary>
public static partial class AcceptedValues
{
    /// <summary>One line for each value: the cells, what should stand there, what does, and the numbers of the message, in which those of
    /// the prose are. A rule that is worded otherwise gives the same values.</summary>
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

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPattern();
}
