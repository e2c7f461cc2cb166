namespace Validation.Client.Internal;

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

    /// <summary>The text with other values of one setting, at the place of the old ones, else below its comment, else at the end.</summary>
    public static string With(string text, string name, IReadOnlyList<string> values)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var old = Parse(text).Where(line => Is(line.Name, name)).Select(line => line.Line - 1).ToList();
        var place = old.Count > 0 ? old[0] : lines.FindLastIndex(line => IsExample(line, name)) + 1;
        foreach (var index in old.AsEnumerable().Reverse())
        {
            lines.RemoveAt(index);
        }

        lines.InsertRange(place == 0 && old.Count == 0 ? lines.Count : place, values.Select(value => $"{name} = {value}"));
        return string.Join(newLine, lines) + newLine;
    }

    private static bool IsExample(string line, string name)
    {
        var example = line.TrimStart('#', ' ');
        var equals = example.IndexOf('=', StringComparison.Ordinal);
        return line.StartsWith('#') && equals > 0 && Is(example[..equals].Trim(), name);
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
