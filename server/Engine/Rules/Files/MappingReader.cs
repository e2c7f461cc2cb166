using System.Globalization;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Rules.Facts;
using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>Reads the keys of a mapping. Keys that are not known are problems.</summary>
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

    /// <summary>The value of a key as a node. Null: the key is not there, or has no value.</summary>
    public YamlNode? Node(string key) =>
        _entries.TryGetValue(key, out var entry) && entry.Value is not YamlScalar { IsNothing: true } ? entry.Value : null;

    public YamlScalar? Scalar(string key) => Value<YamlScalar>(key, Texts.NotText);

    public YamlMapping? Map(string key) => Value<YamlMapping>(key, Texts.NotMapping);

    public YamlSequence? List(string key) => Value<YamlSequence>(key, Texts.NotList);

    public string? Text(string key) => Scalar(key)?.Text;

    /// <summary>The items of a list that are what they should be; others are problems.</summary>
    public IEnumerable<T> Items<T>(string key, Func<string, string> problem)
        where T : YamlNode
    {
        foreach (var item in List(key)?.Items ?? [])
        {
            if (item is T fitting)
            {
                yield return fitting;
            }
            else
            {
                _problems.Add(item, problem(key));
            }
        }
    }

    /// <summary>The entries of a mapping whose values are texts; others are problems.</summary>
    /// <param name="key">The key of the mapping.</param>
    /// <param name="problem">What is wrong with another value, by its own key.</param>
    public IEnumerable<(YamlScalar Name, YamlScalar Value)> Entries(string key, Func<string, string> problem)
    {
        foreach (var entry in Map(key)?.Entries ?? [])
        {
            if (entry.Value is YamlScalar value)
            {
                yield return (entry.Key, value);
            }
            else
            {
                _problems.Add(entry.Value, problem(entry.Key.Text));
            }
        }
    }

    /// <summary>The text of a key that must be there; that it is missing is a problem.</summary>
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

    public bool Flag(string key) => Parse<bool>(key, Texts.NotBoolean(key), static (string text, out bool flag) =>
        (flag = text == "true") || text == "false") ?? false;

    /// <summary>Whether a key is there that can have one value only; another one is a problem.</summary>
    public bool Has(string key, string only, string problem)
    {
        var scalar = Scalar(key);
        if (scalar is not null && scalar.Text != only)
        {
            _problems.Add(scalar, problem);
        }

        return scalar is not null;
    }

    public int? Year(string key) => Parse<int>(key, Texts.NotYear, static (string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 2008 and <= 2999);

    public DateOnly? Date(string key) => Parse<DateOnly>(key, Texts.NotDate, static (string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date));

    public Level? Severity(string key) => Parse<Level>(key, Texts.NotSeverity, Severities.TryParse);

    public RuleNeed Need(string key) => Parse<RuleNeed>(key, Texts.UnknownNeed(RuleNeeds.Words), RuleNeeds.TryParse) ?? RuleNeed.None;

    /// <summary>The number of a section, 0 to 6. Null: the key is not there, or its value is no such number.</summary>
    public int? Section(string key) => Parse<int>(key, Texts.NotSection, static (string text, out int section) =>
        (section = text is [>= '0' and <= '6'] ? text[0] - '0' : -1) >= 0);

    /// <summary>The known name that is spelt most like a given one. Null: none is like it.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        const double Alike = 0.5;
        const int LongestName = 100;
        if (name.Length > LongestName)
        {
            return null;
        }

        var best = known.MaxBy(candidate => Likeness.Of(name, candidate));
        return best is not null && Likeness.Of(name, best) >= Alike ? best : null;
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
            // YAML reads "{a}" without quotes as a mapping. A text was meant.
            var isText = typeof(T) == typeof(YamlScalar);
            _problems.Add(node, isText && node is YamlMapping ? Texts.YamlQuoteBraces(key, node.Canonical) : problem(key));
        }

        return node as T;
    }
}
