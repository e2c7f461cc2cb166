using System.Text.RegularExpressions;
using Validation.Engine.Rules.Facts;

namespace Validation.Engine.Rules.Trying;

/// <summary>Tells which facts and functions of a report the expressions of a rule read.</summary>
public static partial class RuleFactUse
{
    private static readonly string[] Expressions = ["each", "applies", "assert", "cells", "at", "section", "lower", "twin"];

    /// <summary>The facts, by the longest path that is known, and the functions, each once, in the order of the rule.</summary>
    public static IReadOnlyList<FactEntry> Of(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var used = new List<FactEntry>();
        foreach (var key in Expressions)
        {
            var text = TextPattern().Replace(rule.Definition.Keys.GetValueOrDefault(key, string.Empty), " ");
            foreach (var path in PathPattern().Matches(text).Select(match => match.Value))
            {
                if (Known(path) is { } entry && !used.Exists(one => one.Path == entry.Path))
                {
                    used.Add(entry);
                }
            }
        }

        return used;
    }

    private static FactEntry? Known(string path)
    {
        var steps = path.Split('.');
        var known = FactCatalog.Of(string.Empty)!.FirstOrDefault(entry => entry.Path.Split('(')[0] == steps[0]);
        for (var i = 1; known is not null && i < steps.Length; i++)
        {
            var inner = string.Join('.', steps[..(i + 1)]);
            var field = FactCatalog.Of(string.Join('.', steps[..i]))?.FirstOrDefault(entry => entry.Path == inner);
            if (field is null)
            {
                break;
            }

            known = field;
        }

        return known;
    }

    // Texts in quotation marks hold no facts.
    [GeneratedRegex("'[^']*'|\"[^\"]*\"", PatternOptions.Linear)]
    private static partial Regex TextPattern();

    // A name with the members that follow it; one that begins with a dot is a member of something that has no name.
    [GeneratedRegex(@"[\w.]+", PatternOptions.Linear)]
    private static partial Regex PathPattern();
}
