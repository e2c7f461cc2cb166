using System.Text.RegularExpressions;
using Found = System.Text.RegularExpressions.Match;

namespace Validation.Engine.Rules.Files;

/// <summary>
/// Says why a file is no YAML, in the terms of people who do not know YAML: looks at the lines about the fault for what is usually written.
/// </summary>
internal static partial class YamlAdvice
{
    private const int LinesBefore = 4;

    private static readonly (Regex Pattern, Func<Found, string> Say)[] Habits =
    [
        (TabIndentation(), _ => Texts.YamlTab),
        (FullWidthColon(), match => Texts.YamlFullWidthColon(match.Groups["key"].Value, match.Groups["value"].Value.Trim())),
        (BraceThenText(), match => Texts.YamlQuoteBraces(match.Groups["key"].Value, match.Groups["value"].Value.Trim())),
        (QuoteThenText(), match => Texts.YamlQuoteWhole(match.Groups["key"].Value)),
        (StartsWithMark(), match => Texts.YamlQuoteMark(match.Groups["key"].Value, match.Groups["value"].Value.Trim())),
        (ColonInValue(), match => Texts.YamlQuoteColon(match.Groups["key"].Value, match.Groups["value"].Value.Trim())),
        (NoSpaceAfterColon(), match => Texts.YamlSpaceAfterColon(match.Groups["key"].Value, match.Groups["value"].Value.Trim())),
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

    /// <summary>Where to look and what to do.</summary>
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
                    var place = match.Groups["value"] is { Success: true } value ? value.Index + 1 : 1;
                    return (number, place, say(match));
                }
            }
        }

        var known = Array.Find(Faults, pair => fault.Contains(pair.Words, StringComparison.OrdinalIgnoreCase)).Message;
        return (line, column, Texts.YamlUnreadable(known ?? fault));
    }

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^ *\t", Plain)]
    private static partial Regex TabIndentation();

    [GeneratedRegex(@"^ *(- )?(?<key>[a-z][a-z-]*)：(?<value>.*)$", Plain)]
    private static partial Regex FullWidthColon();

    [GeneratedRegex(@"^ *(- )?(?<key>[a-z][a-z-]*): +(?<value>\{[^}]*\} *[^ #,}\]].*)$", Plain)]
    private static partial Regex BraceThenText();

    [GeneratedRegex("""^ *(- )?(?<key>[a-z][a-z-]*): +(?<value>("[^"\\]*"|'[^']*') *[^ #,}\]'].*)$""", Plain)]
    private static partial Regex QuoteThenText();

    [GeneratedRegex(@"^ *(- )?(?<key>[a-z][a-z-]*): +(?<value>[!@`%&*].*)$", Plain)]
    private static partial Regex StartsWithMark();

    [GeneratedRegex("""^ *(- )?(?<key>[a-z][a-z-]*): +(?<value>[^'"\[{|># ].*: .*)$""", Plain)]
    private static partial Regex ColonInValue();

    [GeneratedRegex(
        "^ *(- )?(?<key>id|title|severity|basis|why|assert|message|override|off|reason|trial|section):(?<value>[^ ].*)$", Plain)]
    private static partial Regex NoSpaceAfterColon();
}
