using System.Globalization;
using System.Text;
using Validation.Cel.Evaluation;
using Validation.Cel.Functions;

namespace Validation.Cel.Printing;

/// <summary>Prints one value as JSON.</summary>
internal sealed class JsonPrinter
{
    private readonly StringBuilder _json = new();

    /// <summary>The JSON, or null where it would be too deep or too long.</summary>
    public string? Print(in CelValue value) => Write(value, depth: 0) ? _json.ToString() : null;

    private bool Write(in CelValue value, int depth)
    {
        if (depth > CelLimits.JsonDepth || _json.Length > CelLimits.JsonLength)
        {
            return false;
        }

        return value.Kind switch
        {
            CelKind.List => WriteList(value.AsList, depth),
            CelKind.Map => WriteMap(value.AsMap, depth),
            CelKind.Object => WriteObject(value, depth),
            CelKind.String => WriteText(value.AsString),
            CelKind.Bytes => WriteText(value.AsBytes.Length > CelLimits.JsonLength ? null : Convert.ToBase64String(value.AsBytes)),
            _ => Append(Simple(value)),
        };
    }

    private static string Simple(in CelValue value)
    {
        return value.Kind switch
        {
            CelKind.Bool => value.IsTrue ? "true" : "false",
            CelKind.Int => value.AsInt.ToString(CultureInfo.InvariantCulture),
            CelKind.UInt => value.AsUInt.ToString(CultureInfo.InvariantCulture),
            CelKind.Double => NumberText.Json(value.AsDouble),
            CelKind.Type => $"\"{value.AsType.Name}\"",
            _ => "null",
        };
    }

    private bool Append(string json)
    {
        _json.Append(json);
        return true;
    }

    private bool WriteText(string? text)
    {
        if (text is null || text.Length > CelLimits.JsonLength)
        {
            return false;
        }

        _json.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            WriteCharacter(text, i);
        }

        return Append("\"");
    }

    /// <summary>All characters as they are, but for those that JSON wants escaped and halves of surrogate pairs.</summary>
    private void WriteCharacter(string text, int at)
    {
        var c = text[at];
        var isHalf = char.IsSurrogate(c)
            && !(at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1])) && !(at > 0 && char.IsSurrogatePair(text[at - 1], c));
        if (c is '"' or '\\')
        {
            _json.Append('\\').Append(c);
        }
        else if (c is '\n' or '\t' or '\r' or '\b' or '\f')
        {
            _json.Append('\\').Append("btn_fr"[c - '\b']);
        }
        else if (isHalf || char.IsControl(c))
        {
            _json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }
        else
        {
            _json.Append(c);
        }
    }

    private bool WriteList(CelList list, int depth)
    {
        _json.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            _json.Append(i == 0 ? string.Empty : ",");
            if (!Write(list[i], depth + 1))
            {
                return false;
            }
        }

        return Append("]");
    }

    private bool WriteMap(CelMap map, int depth)
    {
        _json.Append('{');
        var isFirst = true;
        foreach (var (key, value) in map.Entries)
        {
            if (!WriteEntry(key.Kind == CelKind.String ? key.AsString : Simple(key), value, isFirst, depth))
            {
                return false;
            }

            isFirst = false;
        }

        return Append("}");
    }

    private bool WriteEntry(string name, in CelValue value, bool isFirst, int depth)
    {
        _json.Append(isFirst ? string.Empty : ",");
        return WriteText(name) && Append(":") && Write(value, depth + 1);
    }

    /// <summary>Writes an object as its number or as its fields. Objects within objects are written as the name of their type only, so
    /// that circles end.</summary>
    private bool WriteObject(in CelValue value, int depth)
    {
        var number = Numeric.Resolve(value);
        if (number.Kind != CelKind.Object)
        {
            return Append(number.IsError ? "null" : Simple(number));
        }

        if (depth > 0)
        {
            return WriteText(value.ObjectType.Name);
        }

        _json.Append('{');
        var isFirst = true;
        foreach (var field in value.ObjectType.Fields.Values)
        {
            if (!WriteEntry(field.Name, field.Get(value.AsObject), isFirst, depth))
            {
                return false;
            }

            isFirst = false;
        }

        return Append("}");
    }
}
