using System.Globalization;
using Validation.Cel;

namespace Validation.Engine.Rules.Files;

/// <summary>A value that a rule names, so that administrators can change it without rewriting the rule.</summary>
/// <param name="Name">The name: expressions read it as "with.name".</param>
/// <param name="Type">int, double, bool or string.</param>
/// <param name="Value">The value.</param>
/// <param name="Node">Where and how the file writes it.</param>
internal sealed record ParameterDefinition(string Name, CelType Type, CelValue Value, YamlScalar Node)
{
    /// <summary>The value of a text of a rule file: a number, true or false, otherwise the text itself. Quotes make it a text.</summary>
    public static ParameterDefinition Of(string name, YamlScalar node)
    {
        var isPlain = node.Indent == 0;
        if (isPlain && long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            return new ParameterDefinition(name, CelType.Int, CelValue.Of(count), node);
        }

        const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (isPlain && double.TryParse(node.Text, Decimal, CultureInfo.InvariantCulture, out var number))
        {
            return new ParameterDefinition(name, CelType.Double, CelValue.Of(number), node);
        }

        return isPlain && node.Text is "true" or "false"
            ? new ParameterDefinition(name, CelType.Bool, CelValue.Of(node.Text == "true"), node)
            : new ParameterDefinition(name, CelType.String, CelValue.Of(node.Text), node);
    }

    /// <summary>The same parameter with another value; null when the value is of another type.</summary>
    public ParameterDefinition? With(YamlScalar node)
    {
        var given = Of(Name, node);
        return given.Type.Equals(Type) ? given
            : Type.Equals(CelType.Double) && given.Type.Equals(CelType.Int)
                ? given with { Type = Type, Value = CelValue.Of((double)given.Value.AsInt) }
            : null;
    }
}

/// <summary>The parameters of a rule. Immutable and thread-safe.</summary>
internal sealed class RuleParameters
{
    private readonly ObjectType _type;

    /// <param name="items">The parameters, in the order of the file.</param>
    public RuleParameters(IReadOnlyList<ParameterDefinition> items)
        : this(items, TypeOf(items))
    {
    }

    private RuleParameters(IReadOnlyList<ParameterDefinition> items, ObjectType type)
    {
        Items = items;
        _type = type;
        Value = CelValue.Of(new CelObject(type, items.ToDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal)));
    }

    public static RuleParameters None { get; } = new([]);

    /// <summary>The parameters, in the order of the file.</summary>
    public IReadOnlyList<ParameterDefinition> Items { get; }

    /// <summary>The variable of the rule's expressions.</summary>
    public CelVariable Variable => new("with", _type);

    public CelValue Value { get; }

    /// <summary>The parameters in one line, the same text for equal values.</summary>
    public string Canonical => $"{{{string.Join(", ", Items.Select(item => $"{item.Name}: {item.Node.Text}"))}}}";

    /// <summary>The same parameters, some with other values: what was compiled with these works with those.</summary>
    public RuleParameters With(IReadOnlyDictionary<string, ParameterDefinition> changed) =>
        new([.. Items.Select(item => changed.GetValueOrDefault(item.Name, item))], _type);

    private static ObjectType TypeOf(IReadOnlyList<ParameterDefinition> items) => new("with", () =>
        items.Select(item => new ObjectField(
            item.Name, item.Type, values => ((IReadOnlyDictionary<string, CelValue>)values)[item.Name], item.Node.Text)));
}
