using System.Text.RegularExpressions;
using Validation.Cel;
using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>Reads the key "with": of a rule, and of an override that changes it.</summary>
internal static partial class ParameterReader
{
    /// <summary>The parameters that a rule names.</summary>
    public static RuleParameters Read(MappingReader rule, ProblemList problems)
    {
        var items = new List<RuleParameter>();
        foreach (var (name, value) in Entries(rule, problems))
        {
            if (!NamePattern().IsMatch(name.Text))
            {
                problems.Add(name, Texts.BadParameter(name.Text));
                continue;
            }

            items.Add(RuleParameter.Of(name.Text, value));
        }

        return items.Count == 0 ? RuleParameters.None : new RuleParameters(items);
    }

    /// <summary>The names and values that an override writes.</summary>
    public static IReadOnlyList<(YamlScalar Name, YamlScalar Value)> Entries(MappingReader reader, ProblemList problems)
    {
        var entries = new List<(YamlScalar Name, YamlScalar Value)>();
        foreach (var entry in reader.Map("with")?.Entries ?? [])
        {
            if (entry.Value is YamlScalar value)
            {
                entries.Add((entry.Key, value));
            }
            else
            {
                problems.Add(entry.Value, Texts.ParameterNotSimple(entry.Key.Text));
            }
        }

        return entries;
    }

    /// <summary>A rule's parameters with what an override makes of them. What does not fit is a problem and left as it is.</summary>
    public static RuleParameters Override(RuleDefinition rule, RuleOverride change, ProblemList problems)
    {
        var changed = new Dictionary<string, RuleParameter>(StringComparer.Ordinal);
        foreach (var (name, value) in change.With)
        {
            if (rule.Parameters.Items.FirstOrDefault(item => item.Name == name.Text) is not { } own)
            {
                problems.Add(name, Texts.UnknownParameter(rule.Id, name.Text, [.. rule.Parameters.Items.Select(item => item.Name)]));
            }
            else if (own.With(value) is { } fitting)
            {
                changed[name.Text] = fitting;
            }
            else
            {
                problems.Add(value, Texts.ParameterOfOtherType(name.Text, TypeName(own.Type), own.Node.Text));
            }
        }

        return rule.Parameters.With(changed);
    }

    /// <summary>Warns of parameters that no expression reads.</summary>
    public static void FindUnused(RuleDefinition rule, ProblemList problems)
    {
        foreach (var item in rule.Parameters.Items)
        {
            var isRead = new Regex($@"\bwith\s*\.\s*{item.Name}\b", RegexOptions.NonBacktracking);
            if (!rule.Keys.Any(pair => pair.Key is not ("with" or "tests") && isRead.IsMatch(pair.Value)))
            {
                problems.Add(item.Node, Texts.ParameterUnused(item.Name), Level.Warning);
            }
        }
    }

    private static string TypeName(CelType type) =>
        type.Equals(CelType.Int) ? Texts.IntegerType : type.Equals(CelType.Double) ? Texts.NumberType
        : type.Equals(CelType.Bool) ? Texts.BooleanType : Texts.TextType;

    [GeneratedRegex("^[a-z_][a-z0-9_]*$", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();
}
