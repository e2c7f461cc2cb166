using System.Text.Json;
using System.Text.RegularExpressions;

namespace Validation.Server.Tests.Support;

/// <summary>Checks a value against a schema of an OpenAPI document: the part of JSON Schema that the document uses, and nothing else is
/// let through.</summary>
internal sealed class SchemaCheck(JsonElement document)
{
    /// <summary>What is wrong, each with its path.</summary>
    public IEnumerable<string> Faults(JsonElement value, JsonElement schema, string path = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Resolve(reference.GetString()!) is { } target ? Faults(value, target, path) : [$"{path}: {reference} leads nowhere"];
        }

        return schema.GetProperty("type").GetString() switch
        {
            "object" when value.ValueKind == JsonValueKind.Object => ObjectFaults(value, schema, path),
            "array" when value.ValueKind == JsonValueKind.Array =>
                value.EnumerateArray().SelectMany((item, index) => Faults(item, schema.GetProperty("items"), $"{path}[{index}]")),
            "string" when value.ValueKind == JsonValueKind.String => StringFaults(value.GetString()!, schema, path),
            "integer" when value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _) => [],
            "number" when value.ValueKind == JsonValueKind.Number => [],
            "boolean" when value.ValueKind is JsonValueKind.True or JsonValueKind.False => [],
            var type => [$"{path}: {value.ValueKind} is no {type}"],
        };
    }

    /// <summary>What a reference leads to. Null: nothing.</summary>
    public JsonElement? Resolve(string reference)
    {
        JsonElement? found = document;
        foreach (var step in reference.TrimStart('#', '/').Split('/'))
        {
            found = found?.TryGetProperty(step, out var next) == true ? next : null;
        }

        return found;
    }

    /// <summary>Every reference below an element.</summary>
    public static IEnumerable<string> References(JsonElement element)
    {
        return element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
                member is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : References(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
            _ => [],
        };
    }

    private static IEnumerable<string> StringFaults(string value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("enum", out var names) && names.EnumerateArray().All(name => name.GetString() != value))
        {
            yield return $"{path}: {value} is none of {names}";
        }

        if (schema.TryGetProperty("pattern", out var pattern)
            && !Regex.IsMatch(value, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            yield return $"{path}: {value} is not like {pattern}";
        }
    }

    private IEnumerable<string> ObjectFaults(JsonElement value, JsonElement schema, string path)
    {
        var properties = schema.GetProperty("properties");
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _))
            : [];
        var wrong = value.EnumerateObject().SelectMany(member => properties.TryGetProperty(member.Name, out var property)
            ? Faults(member.Value, property, $"{path}.{member.Name}")
            : [$"{path}.{member.Name} is not in the schema"]);
        return missing.Select(name => $"{path}.{name} is missing").Concat(wrong);
    }
}
