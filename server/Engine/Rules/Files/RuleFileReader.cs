using System.Text.RegularExpressions;
using Validation.V1;

namespace Validation.Engine.Rules.Files;

/// <summary>The content of a rule file.</summary>
internal sealed record RuleFileContent
{
    public List<RuleDefinition> Rules { get; } = [];

    public List<RuleOverride> Overrides { get; } = [];

    /// <summary>Ids that were used once and must not be used for another rule.</summary>
    public List<string> Retired { get; } = [];

    /// <summary>The version of the set, where the file states it.</summary>
    public string? Version { get; set; }
}

/// <summary>Reads a rule file. What is wrong in it goes to the problems; a rule without problems is read even where others have
/// some.</summary>
/// <param name="file">The file.</param>
/// <param name="isLocal">It belongs to an overlay.</param>
/// <param name="problems">Gets what is wrong.</param>
internal sealed partial class RuleFileReader(RuleFile file, bool isLocal, ProblemList problems)
{
    private static readonly string[] FileKeys = ["family", "rules", "version", "retired"];

    private static readonly string[] RuleKeys =
    [
        "id", "title", "severity", "basis", "why", "family", "each", "applies", "assert", "cells", "at", "section", "message", "expected",
        "actual", "mend", "subject", "lower", "diagnosis", "since", "until", "trial", "waits-for", "with", "tests", "accept",
        "needs", "twin",
    ];

    private static readonly string[] OverrideKeys = ["override", "off", "severity", "trial", "with", "when", "reason"];

    private readonly RuleFileContent _content = new();
    private readonly string[] _lines = file.Text.Split('\n');

    /// <summary>Reads a rule file; what is wrong in it goes to the list of problems.</summary>
    public static RuleFileContent Read(RuleFile file, bool isLocal, ProblemList problems)
    {
        problems.At(file.Path);
        var reader = new RuleFileReader(file, isLocal, problems);
        reader.ReadRoot(YamlReader.Read(file.Text, problems));
        return reader._content;
    }

    private void ReadRoot(YamlNode? root)
    {
        var family = Path.GetFileNameWithoutExtension(file.Path);
        switch (root)
        {
            case null or YamlScalar { Text.Length: 0 }:
                break;
            case YamlSequence rules:
                ReadRules(rules, family);
                break;
            case YamlMapping mapping:
                var reader = new MappingReader(mapping, FileKeys, problems);
                _content.Version = reader.Text("version");
                _content.Retired.AddRange(reader.List("retired")?.Items.OfType<YamlScalar>().Select(id => id.Text) ?? []);
                if (reader.List("rules") is { } listed)
                {
                    ReadRules(listed, reader.Text("family") ?? family);
                }

                break;
            default:
                problems.Add(root, Texts.NotRules);
                break;
        }
    }

    private void ReadRules(YamlSequence rules, string family)
    {
        for (var i = 0; i < rules.Items.Count; i++)
        {
            var end = i + 1 < rules.Items.Count ? rules.Items[i + 1].Line - 1 : _lines.Length;
            problems.At(file.Path);
            if (rules.Items[i] is not YamlMapping mapping)
            {
                problems.Add(rules.Items[i], Texts.NotRules);
            }
            else if (mapping.Entries.FirstOrDefault(entry => IsOverride(entry, mapping)) is { } entry)
            {
                ReadOverride(mapping, entry);
            }
            else
            {
                ReadRule(mapping, family, TextOf(mapping.Line, end));
            }
        }
    }

    /// <summary>True for a misspelt "override", which is reported as such: read as a rule, nearly every key would be missing.</summary>
    private static bool IsOverride(YamlEntry entry, YamlMapping mapping) =>
        entry.Key.Text == "override"
        || (!RuleKeys.Contains(entry.Key.Text)
            && MappingReader.Nearest(entry.Key.Text, ["override"]) is not null
            && mapping.Entries.All(other => other.Key.Text is not ("id" or "assert" or "message")));

    private void ReadOverride(YamlMapping mapping, YamlEntry target)
    {
        if (target.Key.Text != "override")
        {
            problems.At(file.Path, target.Value.Canonical);
            problems.Add(target.Key, Texts.UnknownKey(target.Key.Text, "override"));
            return;
        }

        var reader = new MappingReader(mapping, OverrideKeys, problems);
        var id = reader.Required("override");
        problems.At(file.Path, id);
        if (!isLocal)
        {
            problems.Add(mapping, Texts.OverrideNotLocal);
            return;
        }

        var reason = reader.Text("reason") ?? string.Empty;
        var change = new RuleOverride(
            id, reader.Flag("off"), reader.Severity("severity"), reader.Date("trial"), reader.Expression("when"), reason,
            ParameterReader.Entries(reader), file.Path, mapping);
        if (change is { Off: false, Severity: null, Trial: null, With.Count: 0 })
        {
            problems.Add(mapping, Texts.OverrideNothing);
        }

        if (change.When is not null && change is not { Trial: null, With.Count: 0 })
        {
            problems.Add(mapping, Texts.TrialWithWhen);
        }
        else if (change.Off && change is not { Severity: null, Trial: null, With.Count: 0 })
        {
            problems.Add(mapping, Texts.OffAndMore, Level.Warning);
        }

        _content.Overrides.Add(change);
    }

    private void ReadRule(YamlMapping mapping, string family, string text)
    {
        var id = mapping.Entries.FirstOrDefault(entry => entry.Key.Text == "id")?.Value as YamlScalar;
        problems.At(file.Path, id?.Text ?? string.Empty);
        var reader = new MappingReader(mapping, RuleKeys, problems);
        if (id is not null && !IdPattern().IsMatch(id.Text))
        {
            problems.Add(id, Texts.BadId);
        }

        var rule = new RuleDefinition
        {
            Id = reader.Required("id"),
            Title = reader.Required("title"),
            Family = reader.Text("family") ?? family,
            Severity = reader.Severity("severity") ?? RequiredSeverity(reader),
            Basis = reader.Required("basis"),
            Why = reader.Text("why") ?? string.Empty,
            Each = [.. reader.Entries("each", _ => Texts.NotText("each")).Select(entry => (entry.Name, Expression.Of(entry.Value)))],
            Applies = reader.Expression("applies"),
            Assert = reader.Expression("assert"),
            Cells = Cells(reader),
            At = reader.Expression("at"),
            Section = reader.Expression("section"),
            Message = reader.Template("message"),
            Expected = reader.Template("expected"),
            Actual = reader.Template("actual"),
            Mend = reader.Template("mend"),
            Subject = reader.Template("subject"),
            Lower = Lower(reader),
            IsSum = reader.Has("diagnosis", "sums", Texts.UnknownDiagnosis),
            Since = reader.Year("since"),
            Until = reader.Year("until"),
            Trial = reader.Date("trial"),
            WaitsFor = reader.Text("waits-for") ?? string.Empty,
            Needs = reader.Need("needs"),
            Twin = reader.Expression("twin"),
            Parameters = ParameterReader.Read(reader, problems),
            IsNeverAccepted = reader.Has("accept", "never", Texts.UnknownAccept),
            Tests = [.. TestReader.Read(reader, file.Text, problems)],
            File = file.Path,
            Line = mapping.Line,
            Text = text,
            Keys = mapping.Entries.ToDictionary(entry => entry.Key.Text, entry => entry.Value.Canonical, StringComparer.Ordinal),
            IsLocal = isLocal,
        };
        Complete(rule, reader);
        _content.Rules.Add(rule);
    }

    /// <summary>Reports keys that are missing although others ask for them.</summary>
    private void Complete(RuleDefinition rule, MappingReader reader)
    {
        if (rule.WaitsFor.Length > 0)
        {
            if (rule.Assert is not null)
            {
                problems.Add(reader.Mapping, Texts.WaitsAndAsserts);
            }

            return;
        }

        _ = reader.Required("assert");
        _ = reader.Required("message");

        if (rule.Why.Length == 0)
        {
            problems.Add(reader.Mapping, Texts.WhyMissing, Level.Warning);
        }

        ParameterReader.FindUnused(rule, problems);
        var hasRight = rule.Tests.Any(test => test.Findings.Count == 0);
        var hasWrong = rule.Tests.Any(test => test.Findings.Count > 0);
        if (!hasRight || !hasWrong)
        {
            var weight = hasRight || hasWrong ? Level.Warning : Level.Error;
            problems.Add(reader.Node("tests") ?? reader.Mapping, Texts.TestsMissing, weight);
        }

        if (rule.Since > rule.Until)
        {
            problems.Add(reader.Mapping, Texts.SinceAfterUntil);
        }
    }

    private static Level RequiredSeverity(MappingReader reader)
    {
        _ = reader.Required("severity");
        return Level.Error;
    }

    private static List<Expression> Cells(MappingReader reader) => reader.Node("cells") is YamlScalar only
        ? [Expression.Of(only)]
        : [.. reader.Items<YamlScalar>("cells", Texts.NotText).Select(Expression.Of)];

    private List<(Level Severity, Expression When)> Lower(MappingReader reader)
    {
        var lower = new List<(Level Severity, Expression When)>();
        foreach (var entry in reader.Map("lower")?.Entries ?? [])
        {
            if (Severities.TryParse(entry.Key.Text, out var severity) && entry.Value is YamlScalar when)
            {
                lower.Add((severity, Expression.Of(when)));
                if (reader.Text("severity") is { } own && Severities.TryParse(own, out var usual) && severity >= usual)
                {
                    problems.Add(entry.Key, Texts.NotLower(entry.Key.Text, own), Level.Warning);
                }
            }
            else
            {
                problems.Add(entry.Key, Texts.NotSeverity);
            }
        }

        return lower;
    }

    /// <summary>The text of a rule, without the indentation and the empty lines and comments before the next one.</summary>
    private string TextOf(int first, int end)
    {
        var lines = _lines.Skip(first - 1).Take(end - first + 1).Select(line => line.TrimEnd()).ToList();
        while (lines.Count > 0 && (lines[^1].Length == 0 || lines[^1].TrimStart().StartsWith('#')))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var indent = lines.Count == 0 ? 0 : lines[0].Length - lines[0].TrimStart().Length;
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : line.TrimStart()));
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", PatternOptions.Linear)]
    private static partial Regex IdPattern();
}
