using System.Text.Encodings.Web;
using System.Text.Json;
using Validation.Engine.Rules.Files;
using Validation.V1;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Validation.Engine.Rules.Editing;

/// <summary>
/// Writes everyday changes of a rule into the files of an overlay: off and on, weight, trial, parameters. A national rule is changed by an
/// override, a local one where it stands. All other lines of the files, comments included, stay byte for byte.
/// </summary>
public sealed class OverlayEditor
{
    private const string NewFile = "local.yaml";

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Path, RuleFileText Text)> _files;
    private readonly Rule _rule;
    private readonly RuleEdit _edit;
    private string _new = string.Empty;

    private OverlayEditor(IEnumerable<RuleFile> overlay, Rule rule, RuleEdit edit)
    {
        _files = [.. overlay.Select(file => (file.Path, new RuleFileText(file.Text)))];
        _rule = rule;
        _edit = edit;
    }

    /// <summary>Writes a change of one rule into the files.</summary>
    /// <param name="rules">The rule set that is made of the overlay.</param>
    /// <param name="overlay">The overlay; it compiles.</param>
    /// <param name="edit">The change.</param>
    /// <returns>The overlay with the change. A problem: there is no such rule, a value does not fit, or the files are written in a way that
    /// cannot be changed like this.</returns>
    public static EditedOverlay Apply(RuleSet rules, IReadOnlyList<RuleFile> overlay, RuleEdit edit)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(overlay);
        ArgumentNullException.ThrowIfNull(edit);
        if (rules.Find(edit.RuleId) is not { } rule)
        {
            return new EditedOverlay([], Texts.EditNoRule(edit.RuleId));
        }

        var (values, problem) = Values(rule, edit);
        if (problem.Length > 0)
        {
            return new EditedOverlay([], problem);
        }

        var editor = new OverlayEditor(overlay, rule, edit);
        problem = rule.Definition.IsLocal ? editor.EditLocal(values) : editor.EditNational(values);
        return problem.Length > 0 ? new EditedOverlay([], problem) : new EditedOverlay(editor.Files(overlay), string.Empty);
    }

    /// <summary>The new values of parameters, as YAML; empty for a value that is the rule's own.</summary>
    private static (Dictionary<string, string> Values, string Problem) Values(Rule rule, RuleEdit edit)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var parameters = rule.Definition.Parameters.Items;
        foreach (var (name, text) in edit.Parameters)
        {
            if (parameters.FirstOrDefault(item => item.Name == name) is not { } own)
            {
                return (values, Texts.UnknownParameter(rule.Header.Id, name, [.. parameters.Select(item => item.Name)]));
            }

            var isText = own.Type.Equals(Cel.CelType.String);
            var given = text.Trim();
            if (!isText && own.With(new YamlScalar(1, 1, given, 0)) is null)
            {
                return (values, Texts.ParameterOfOtherType(name, ParameterReader.TypeName(own.Type), own.Node.Text));
            }

            var isOwn = !rule.Definition.IsLocal && given == own.Node.Text;
            values[name] = isOwn ? string.Empty : isText ? Quoted(given) : given;
        }

        return (values, string.Empty);
    }

    private string EditNational(Dictionary<string, string> values)
    {
        if (Find("override", item => item.TextOf("override") == _edit.RuleId && item.Entry("when") is null) is not { } found)
        {
            var keys = NewKeys(values);
            if (keys.Count > 0)
            {
                AddOverride([$"override: {_edit.RuleId}", .. keys, $"reason: {Quoted(_edit.Reason)}"]);
            }

            return string.Empty;
        }

        var (file, item) = found;
        var mapping = new MappingEdit(file, item, "override");
        SetOrRemove(mapping, "off", _edit.Off switch { true => "true", false => string.Empty, null => null });
        SetOrRemove(mapping, "severity", _edit.Severity is { } level ? OfNational(level) : null);
        SetOrRemove(mapping, "trial", _edit.EndsTrial ? string.Empty : _edit.Trial is { } day ? Dates.Text(day) : null);
        EditParameters(file, item, mapping, values);
        if (!mapping.LeavesAnyBut("override", "reason"))
        {
            RemoveItem(file, item, string.Empty);
            return string.Empty;
        }

        mapping.Set("reason", Quoted(_edit.Reason));
        mapping.Apply();
        return string.Empty;
    }

    private string EditLocal(Dictionary<string, string> values)
    {
        if (Find("id", item => item.TextOf("id") == _edit.RuleId) is not { } found)
        {
            return Texts.EditNoRule(_edit.RuleId);
        }

        var (file, item) = found;
        if (_edit.Off == true)
        {
            if (item.Style == MappingStyle.Flow || file.Rules is not { Style: not SequenceStyle.Flow })
            {
                return Texts.EditOtherStyle(_edit.RuleId);
            }

            RemoveItem(file, item, Texts.EditSwitchedOff(_edit.Reason));
            return string.Empty;
        }

        var mapping = new MappingEdit(file, item, "severity");
        SetOrRemove(mapping, "severity", _edit.Severity is { } level ? Severities.NameOf(level) : null);
        SetOrRemove(mapping, "trial", _edit.EndsTrial ? string.Empty : _edit.Trial is { } day ? Dates.Text(day) : null);
        EditParameters(file, item, mapping, values);
        mapping.Apply();
        return string.Empty;
    }

    private static void SetOrRemove(MappingEdit mapping, string key, string? yaml)
    {
        if (yaml is { Length: > 0 })
        {
            mapping.Set(key, yaml);
        }
        else if (yaml is not null)
        {
            mapping.Remove(key);
        }
    }

    private static void EditParameters(RuleFileText file, YamlMappingNode item, MappingEdit mapping, Dictionary<string, string> values)
    {
        if (item.Entry("with")?.Value is not YamlMappingNode with)
        {
            var set = values.Where(value => value.Value.Length > 0).Select(value => $"{value.Key}: {value.Value}").ToList();
            if (set.Count > 0)
            {
                mapping.Set("with", $"{{{string.Join(", ", set)}}}");
            }

            return;
        }

        var inner = new MappingEdit(file, with);
        foreach (var (name, yaml) in values)
        {
            SetOrRemove(inner, name, yaml);
        }

        if (inner.LeavesAnyBut())
        {
            inner.Apply();
        }
        else
        {
            mapping.Remove("with");
        }
    }

    private List<string> NewKeys(Dictionary<string, string> values)
    {
        var keys = new List<string>();
        var with = values.Where(value => value.Value.Length > 0).Select(value => $"{value.Key}: {value.Value}").ToList();
        (string Key, string Value)[] all =
        [
            ("off", _edit.Off == true ? "true" : string.Empty),
            ("severity", _edit.Severity is { } level ? OfNational(level) : string.Empty),
            ("trial", _edit is { EndsTrial: false, Trial: { } day } ? Dates.Text(day) : string.Empty),
            ("with", with.Count > 0 ? $"{{{string.Join(", ", with)}}}" : string.Empty),
        ];
        keys.AddRange(all.Where(key => key.Value.Length > 0).Select(key => $"{key.Key}: {key.Value}"));
        return keys;
    }

    /// <summary>The name of a level; empty for the rule's own, which needs no override.</summary>
    private string OfNational(Level level) => level == _rule.Header.RuleSeverity ? string.Empty : Severities.NameOf(level);

    private (RuleFileText File, YamlMappingNode Item)? Find(string key, Func<YamlMappingNode, bool> isIt)
    {
        foreach (var (_, text) in _files)
        {
            var item = text.Rules?.Children.OfType<YamlMappingNode>().FirstOrDefault(item => item.Entry(key) is not null && isIt(item));
            if (item is not null)
            {
                return (text, item);
            }
        }

        return null;
    }

    /// <summary>Takes an item out of its list, with its lines; or leaves them as comments below a line that says why.</summary>
    private static void RemoveItem(RuleFileText file, YamlMappingNode item, string why)
    {
        var rules = file.Rules!;
        if (rules.Style == SequenceStyle.Flow)
        {
            var index = rules.Children.ToList().IndexOf(item);
            var (start, end) = index + 1 < rules.Children.Count
                ? (RuleFileText.StartOf(item), RuleFileText.StartOf(rules.Children[index + 1]))
                : (index == 0 ? RuleFileText.StartOf(item) : file.EndOf(rules.Children[index - 1]), file.EndOf(item));
            file.Replace(start, end, string.Empty);
            return;
        }

        var first = file.ItemStart(item);
        var last = file.NextLine(file.EndOf(item));
        if (why.Length == 0)
        {
            file.Replace(first, last, string.Empty);
            return;
        }

        for (var line = first; line < last; line = file.NextLine(line))
        {
            if (file.LineStop(line) > line)
            {
                file.Replace(line, line, line == first ? $"# {why}{file.LineEnd}# " : "# ");
            }
        }
    }

    /// <summary>Adds an override behind the others; in a file of its own where there is none.</summary>
    private void AddOverride(IReadOnlyList<string> keys)
    {
        var file = _files.FindLast(one => HasOverrides(one.Text)).Text
            ?? _files.Find(one => one.Path == NewFile).Text
            ?? (_files.Count == 1 ? _files[0].Text : null);
        if (file is null)
        {
            _new = $"rules:\n{Item(keys, "  ", "\n")}\n";
            return;
        }

        if (file.Rules is { Style: SequenceStyle.Flow } flow)
        {
            var comma = flow.Children.Count > 0 ? ", " : string.Empty;
            var end = flow.Children.Count > 0 ? file.EndOf(flow.Children[^1]) : RuleFileText.StartOf(flow) + 1;
            file.Replace(end, end, $"{comma}{{{string.Join(", ", keys)}}}");
        }
        else if (file.Rules is { Children.Count: > 0 } rules)
        {
            var start = file.ItemStart(rules.Children[0]);
            var dash = file.Text.IndexOf('-', start);
            var line = file.LineStop(file.EndOf(rules.Children[^1]));
            file.Replace(line, line, file.LineEnd + Item(keys, file.Text[start..dash], file.LineEnd));
        }
        else if ((file.Root as YamlMappingNode).Entry("rules") is { } empty)
        {
            var line = file.LineStop(file.EndOf(empty.Key));
            file.Replace(line, line, file.LineEnd + Item(keys, "  ", file.LineEnd));
        }
        else
        {
            var gap = file.Text.Length == 0 || file.Text.EndsWith('\n') ? string.Empty : file.LineEnd;
            var end = file.Text.Length;
            file.Replace(end, end, $"{gap}rules:{file.LineEnd}{Item(keys, "  ", file.LineEnd)}{file.LineEnd}");
        }
    }

    private static bool HasOverrides(RuleFileText file) =>
        file.Rules?.Children.OfType<YamlMappingNode>().Any(item => item.Entry("override") is not null) == true;

    private static string Item(IEnumerable<string> keys, string indent, string lineEnd) =>
        $"{indent}- {string.Join($"{lineEnd}{indent}  ", keys)}";

    private IReadOnlyList<RuleFile> Files(IReadOnlyList<RuleFile> overlay)
    {
        var files = overlay.Select((file, i) => new RuleFile { Path = file.Path, Text = _files[i].Text.Changed() });
        return _new.Length == 0 ? [.. files] : [.. files, new RuleFile { Path = NewFile, Text = _new }];
    }

    /// <summary>A text as YAML in quotation marks, which are those of JSON.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);
}
