using Validation.Cel;

namespace Validation.Engine.Rules.Facts;

/// <summary>A fact, field or function that a rule may use.</summary>
/// <param name="Path">How it is written, such as "report.title", "claims[].count" or "percent(int, int)".</param>
/// <param name="Type">The type of its value, such as "int".</param>
/// <param name="Meaning">What it is, in Chinese.</param>
public sealed record FactEntry(string Path, string Type, string Meaning);

/// <summary>Lists the facts, fields and functions that rules may use.</summary>
public static class FactCatalog
{
    private const string Items = "[]";

    /// <summary>The facts and functions; or the fields of a fact.</summary>
    /// <param name="path">The fact, such as "report", "applications.refused" or "claims". Empty: all facts and functions.</param>
    /// <returns>The entries. Null: there is nothing of that name.</returns>
    public static IReadOnlyList<FactEntry>? Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            return [.. FactEnvironment.Environment.Variables.Select(fact => Entry(fact.Name, fact.Type, fact.Documentation)),
                .. Functions().Select(function => function.Entry)];
        }

        var steps = path.Replace(Items, string.Empty, StringComparison.Ordinal).Split('.');
        if (Functions().Where(function => function.Name == path).Select(function => function.Entry).ToList() is { Count: > 0 } functions)
        {
            return functions;
        }

        var type = FactEnvironment.Environment.Variables.FirstOrDefault(fact => fact.Name == steps[0])?.Type;
        var written = steps[0];
        foreach (var step in steps.Skip(1))
        {
            (type, var isList) = Inner(type);
            written += (isList ? Items : string.Empty) + "." + step;
            type = type is ObjectType known && known.Fields.TryGetValue(step, out var field) ? field.Type : null;
        }

        var (inner, isOfItems) = Inner(type);
        return inner switch
        {
            null => null,
            ObjectType facts => [.. facts.Fields.Values.Select(field =>
                Entry($"{written}{(isOfItems ? Items : string.Empty)}.{field.Name}", field.Type, field.Documentation))],
            _ => [Entry(written, type!, string.Empty)],
        };
    }

    /// <summary>The fields of every type that a fact or a function has, such as those of "claim", by the name of the type. A path begins
    /// with the name of the field.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<FactEntry>> FieldsByType()
    {
        var types = new Dictionary<string, IReadOnlyList<FactEntry>>(StringComparer.Ordinal);
        var open = new Queue<CelType>(FactEnvironment.Environment.Variables.Select(fact => fact.Type)
            .Concat(FactEnvironment.Environment.Functions.SelectMany(function => function.Parameters.Append(function.Result))));
        while (open.TryDequeue(out var type))
        {
            if (Inner(type).Type is ObjectType inner && !types.ContainsKey(inner.Name))
            {
                types[inner.Name] =
                    [.. inner.Fields.Values.Select(field => Entry(field.Name, field.Type, field.Documentation))];
                foreach (var field in inner.Fields.Values)
                {
                    open.Enqueue(field.Type);
                }
            }
        }

        return types;
    }

    private static (CelType? Type, bool IsList) Inner(CelType? type) => type is CelListType list ? (list.Item, true) : (type, false);

    private static FactEntry Entry(string path, CelType type, string meaning) => new(path, type.ToString(), meaning);

    private static IEnumerable<(string Name, FactEntry Entry)> Functions() =>
        from function in FactEnvironment.Environment.Functions.Concat(CelEnvironment.StandardFunctions)
        where function.Documentation.Length > 0
        let names = function.Parameters.Select(type => type.ToString()).ToList()
        let form = function.IsMember
            ? $"{names[0]}.{function.Name}({string.Join(", ", names.Skip(1))})"
            : $"{function.Name}({string.Join(", ", names)})"
        select (function.Name, Entry(form, function.Result, function.Documentation));
}
