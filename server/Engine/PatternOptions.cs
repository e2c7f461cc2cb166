using System.Text.RegularExpressions;

namespace Validation.Engine;

/// <summary>The options of regular expressions over what others have written.</summary>
internal static class PatternOptions
{
    /// <summary>Matching takes linear time, whatever the text is; groups without a name capture nothing.</summary>
    public const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>The same, upper and lower case being one.</summary>
    public const RegexOptions LinearIgnoringCase = Linear | RegexOptions.IgnoreCase;
}
