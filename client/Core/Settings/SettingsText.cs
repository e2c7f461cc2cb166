namespace Validation.Client.Settings;

/// <summary>A setting as it is written.</summary>
/// <param name="Name">The name, as written.</param>
/// <param name="Value">The value, without surrounding white space.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record SettingLine(string Name, string Value, int Line);

/// <summary>The form of a settings file: lines "name = value", comments that begin with "#", empty lines.</summary>
internal static class SettingsText
{
    /// <summary>The settings in their order. A line without "=" is a name without a value.</summary>
    public static IReadOnlyList<SettingLine> Parse(string text)
    {
        var settings = new List<SettingLine>();
        var lines = text.TrimStart('\uFEFF').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length > 0 && line[0] is not ('#' or ';'))
            {
                // A full-width sign is what an input method writes.
                var equals = line.IndexOfAny(['=', '＝']);
                var name = equals < 0 ? line : line[..equals].TrimEnd();
                settings.Add(new SettingLine(name, equals < 0 ? string.Empty : line[(equals + 1)..].TrimStart().Trim('"'), i + 1));
            }
        }

        return settings;
    }

    /// <summary>The text with other values of one setting. A line whose value stays is not touched; a new value stands at the place of the
    /// old ones, else below the setting's example, else at the end. Nothing else changes: comments, unknown settings, empty lines, and the
    /// end of each line are kept.</summary>
    public static string With(string text, string name, IReadOnlyList<string> values)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = Lines(text);
        var old = Parse(text).Where(line => Is(line.Name, name)).ToList();
        var place = old.Count > 0 ? old[0].Line - 1 : lines.FindLastIndex(line => IsExample(line, name)) + 1;
        place = place == 0 && old.Count == 0 ? lines.Count : place;
        var missing = values.ToList();
        foreach (var line in old.AsEnumerable().Reverse())
        {
            if (missing.Remove(line.Value))
            {
                // What is new comes after what stays.
                place = Math.Max(place, line.Line);
            }
            else
            {
                lines.RemoveAt(line.Line - 1);
                place -= line.Line <= place ? 1 : 0;
            }
        }

        if (missing.Count > 0 && place > 0 && !lines[place - 1].EndsWith('\n'))
        {
            lines[place - 1] += newLine;
        }

        lines.InsertRange(place, missing.Select(value => $"{name} = {value}{newLine}"));
        return string.Concat(lines);
    }

    /// <summary>The lines, each with its end, which the last one may lack.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..next]);
            at = next;
        }

        return lines;
    }

    private static bool IsExample(string line, string name)
    {
        var example = line.TrimStart('#', ' ');
        var equals = example.IndexOf('=', StringComparison.Ordinal);
        return line.StartsWith('#') && equals > 0 && Is(example[..equals].Trim(), name);
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
