using System.Globalization;
using Validation.Engine.Reports.Text;
using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>Reads the keys of a mapping, and notes those that it does not know.</summary>
internal sealed class MappingReader
{
    private readonly Dictionary<string, YamlEntry> _entries;
    private readonly ProblemList _problems;

    /// <param name="mapping">The mapping.</param>
    /// <param name="known">The keys that it may have.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public MappingReader(YamlMapping mapping, IReadOnlyList<string> known, ProblemList problems)
    {
        Mapping = mapping;
        _problems = problems;
        _entries = mapping.Entries.ToDictionary(entry => entry.Key.Text, StringComparer.Ordinal);
        foreach (var key in mapping.Entries.Select(entry => entry.Key).Where(key => !known.Contains(key.Text)))
        {
            problems.Add(key, Advice(key.Text, known));
        }
    }

    public YamlMapping Mapping { get; }

    private static string Advice(string key, IReadOnlyList<string> known)
    {
        var colon = key.IndexOf('：', StringComparison.Ordinal);
        return colon > 0 ? Texts.YamlFullWidthColon(key[..colon], key[(colon + 1)..].Trim()) : Texts.UnknownKey(key, Nearest(key, known));
    }

    /// <summary>The value, whatever it is. Null: the key is not there, or has no value.</summary>
    public YamlNode? Node(string key) =>
        _entries.TryGetValue(key, out var entry) && entry.Value is not YamlScalar { Text: "", Indent: 0 } ? entry.Value : null;

    public YamlScalar? Scalar(string key) => Value<YamlScalar>(key, Texts.NotText);

    public YamlMapping? Map(string key) => Value<YamlMapping>(key, Texts.NotMapping);

    public YamlSequence? List(string key) => Value<YamlSequence>(key, Texts.NotList);

    public string? Text(string key) => Scalar(key)?.Text;

    /// <summary>The text; that it is not there is a problem.</summary>
    public string Required(string key)
    {
        var text = Text(key);
        if (string.IsNullOrWhiteSpace(text))
        {
            Missing(key);
        }

        return text ?? string.Empty;
    }

    public void Missing(string key) => _problems.Add(Mapping, Texts.MissingKey(key));

    public Expression? Expression(string key) => Scalar(key) is { } scalar ? Files.Expression.Of(scalar) : null;

    public TextTemplate? Template(string key) => Scalar(key) is { } scalar ? TextTemplate.Parse(scalar, _problems) : null;

    public bool Flag(string key)
    {
        var scalar = Scalar(key);
        if (scalar is not (null or { Text: "true" or "false" }))
        {
            _problems.Add(scalar, Texts.NotBoolean(key));
        }

        return scalar?.Text == "true";
    }

    public int? Year(string key) => Parse<int>(key, Texts.NotYear, static (string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 2008 and <= 2999);

    public DateOnly? Date(string key) => Parse<DateOnly>(key, Texts.NotDate, static (string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date));

    public Level? Severity(string key) => Parse<Level>(key, Texts.NotSeverity, Severities.TryParse);

    /// <summary>The name among those known that is spelt most like this one. Null: none is like it.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        const double Alike = 0.5;
        const int LongestName = 100;
        if (name.Length > LongestName)
        {
            return null;
        }

        var best = known.MaxBy(candidate => Similarity.Of(name, candidate));
        return best is not null && Similarity.Of(name, best) >= Alike ? best : null;
    }

    private delegate bool TryParse<T>(string text, out T value);

    private T? Parse<T>(string key, string problem, TryParse<T> parse)
        where T : struct
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (parse(scalar.Text, out var value))
        {
            return value;
        }

        _problems.Add(scalar, problem);
        return null;
    }

    private T? Value<T>(string key, Func<string, string> problem)
        where T : YamlNode
    {
        var node = Node(key);
        if (node is not (null or T))
        {
            // "{a}" without quotes is a mapping of its own: a text was meant.
            var isText = typeof(T) == typeof(YamlScalar);
            _problems.Add(node, isText && node is YamlMapping ? Texts.YamlQuoteBraces(key, node.Canonical) : problem(key));
        }

        return node as T;
    }
}
