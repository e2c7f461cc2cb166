using System.Text.RegularExpressions;
using Validation.Cel;
using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>Reads the key "with" of a rule, and of an override that changes its values.</summary>
internal static partial class ParameterReader
{
    /// <summary>The parameters that a rule names.</summary>
    public static RuleParameters Read(MappingReader rule, ProblemList problems)
    {
        var items = new List<ParameterDefinition>();
        foreach (var (name, value) in Entries(rule))
        {
            if (!IsName(name.Text))
            {
                problems.Add(name, Texts.BadParameter(name.Text));
                continue;
            }

            items.Add(ParameterDefinition.Of(name.Text, value));
        }

        return items.Count == 0 ? RuleParameters.None : new RuleParameters(items);
    }

    /// <summary>The names and values that an override writes, as far as they make sense.</summary>
    public static IReadOnlyList<(YamlScalar Name, YamlScalar Value)> Entries(MappingReader reader) =>
        [.. reader.Entries("with", Texts.ParameterNotSimple)];

    /// <summary>The parameters of a rule with the values of an override. A value that does not fit is a problem, and the rule's own
    /// stays.</summary>
    public static RuleParameters Override(RuleDefinition rule, RuleOverride change, ProblemList problems)
    {
        var changed = new Dictionary<string, ParameterDefinition>(StringComparer.Ordinal);
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

    /// <summary>Reports parameters that no expression of the rule reads.</summary>
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

    /// <summary>Whether a text may be the name of a parameter or variable.</summary>
    public static bool IsName(string text) => NamePattern().IsMatch(text);

    /// <summary>What people call the type of a parameter.</summary>
    public static string TypeName(CelType type) =>
        type.Equals(CelType.Int) ? Texts.IntegerType : type.Equals(CelType.Double) ? Texts.NumberType
        : type.Equals(CelType.Bool) ? Texts.BooleanType : Texts.TextType;

    [GeneratedRegex("^[a-z_][a-z0-9_]*$", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();
}
