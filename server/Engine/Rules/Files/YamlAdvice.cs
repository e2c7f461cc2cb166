using System.Text.RegularExpressions;

namespace Validation.Engine.Rules.Files;

/// <summary>Says why a file is no valid YAML, for people who do not know YAML: it looks for common mistakes in the lines around the
/// fault.</summary>
internal static class YamlAdvice
{
    private const int LinesBefore = 4;

    private static readonly (Regex Line, Func<string, string, string> Say)[] Habits =
    [
        (new Regex(@"^ *\t", PatternOptions.Linear), (_, _) => Texts.YamlTab),
        (LineOf("：(?<value>.*)"), Texts.YamlFullWidthColon),
        (LineOf(@": +(?<value>\{[^}]*\} *[^ #,}\]].*)"), Texts.YamlQuoteBraces),
        (LineOf(""": +(?<value>("[^"\\]*"|'[^']*') *[^ #,}\]'].*)"""), (key, _) => Texts.YamlQuoteWhole(key)),
        (LineOf(": +(?<value>[!@`%&*].*)"), Texts.YamlQuoteMark),
        (LineOf(""": +(?<value>[^'"\[{|># ].*: .*)"""), Texts.YamlQuoteColon),
        (LineOf(":(?<value>[^ ].*)", "id|title|severity|basis|why|assert|message|override|off|reason|trial|section"),
            Texts.YamlSpaceAfterColon),
    ];

    private static readonly (string Words, string Message)[] Faults =
    [
        ("found unexpected end of stream", Texts.YamlQuoteOpen),
        ("found unexpected document indicator", Texts.YamlQuoteOpen),
        ("quoted scalar, found wrong indentation", Texts.YamlQuoteOpen),
        ("did not find expected ',' or ']'", Texts.YamlBracketOpen),
        ("did not find expected ',' or '}'", Texts.YamlBraceOpen),
        ("could not find expected ':'", Texts.YamlNoColon),
        ("Mapping values are not allowed", Texts.YamlColonMisplaced),
        ("did not find expected key", Texts.YamlIndentation),
        ("did not find expected '-' indicator", Texts.YamlIndentation),
        ("cannot start any token", Texts.YamlOddCharacter),
    ];

    /// <summary>The place of the mistake, and what to do, in Chinese.</summary>
    /// <param name="text">The file.</param>
    /// <param name="line">Where the library stopped, from 1; the mistake stands there or a little before.</param>
    /// <param name="column">The same.</param>
    /// <param name="fault">What the library says, in English.</param>
    public static (int Line, int Column, string Message) Of(string text, int line, int column, string fault)
    {
        var lines = text.Split('\n');
        foreach (var number in Enumerable.Range(0, LinesBefore + 1).Select(back => line - back).Append(line + 1).Where(
            number => number >= 1 && number <= lines.Length))
        {
            foreach (var (pattern, say) in Habits)
            {
                if (pattern.Match(lines[number - 1].TrimEnd('\r')) is { Success: true } match)
                {
                    var value = match.Groups["value"];
                    return (number, value.Success ? value.Index + 1 : 1, say(match.Groups["key"].Value, value.Value.Trim()));
                }
            }
        }

        var known = Array.Find(Faults, pair => fault.Contains(pair.Words, StringComparison.OrdinalIgnoreCase)).Message;
        return (line, column, Texts.YamlUnreadable(known ?? fault));
    }

    // A line with a key and what follows it.
    private static Regex LineOf(string rest, string key = "[a-z][a-z-]*") => new($"^ *(- )?(?<key>{key}){rest}$", PatternOptions.Linear);
}
