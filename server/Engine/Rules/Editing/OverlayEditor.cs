using System.Text.Encodings.Web;
using System.Text.Json;
using Validation.Engine.Rules.Files;
using Validation.V1;

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
        if (Find("override", item => TextOf(item, "override") == _edit.RuleId && item.Find("when") is null) is not { } found)
        {
            var keys = Changes().Append((Key: "with", Yaml: InOneLine(values))).Where(key => key.Yaml.Length > 0).ToList();
            if (keys.Count > 0)
            {
                keys = [("override", _edit.RuleId), .. keys, ("reason", Quoted(_edit.Reason))];
                AddOverride([.. keys.Select(key => $"{key.Key}: {key.Yaml}")]);
            }

            return string.Empty;
        }

        var (file, item) = found;
        var mapping = new MappingEdit(file, item, "override");
        EditKeys(file, item, mapping, values);
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
        if (Find("id", item => TextOf(item, "id") == _edit.RuleId) is not { } found)
        {
            return Texts.EditNoRule(_edit.RuleId);
        }

        var (file, item) = found;
        if (_edit.Off == true)
        {
            if (item.IsFlow || file.Rules is not { IsFlow: false })
            {
                return Texts.EditOtherStyle(_edit.RuleId);
            }

            RemoveItem(file, item, Texts.EditSwitchedOff(_edit.Reason));
            return string.Empty;
        }

        var mapping = new MappingEdit(file, item, "severity");
        EditKeys(file, item, mapping, values);
        mapping.Apply();
        return string.Empty;
    }

    private void EditKeys(RuleFileText file, YamlMapping item, MappingEdit mapping, Dictionary<string, string> values)
    {
        foreach (var (key, yaml) in Changes())
        {
            mapping.Set(key, yaml);
        }

        if (item.Find("with")?.Value is YamlMapping with)
        {
            var inner = new MappingEdit(file, with);
            foreach (var (name, yaml) in values)
            {
                inner.Set(name, yaml);
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
        else if (InOneLine(values) is { Length: > 0 } added)
        {
            mapping.Set("with", added);
        }
    }

    /// <summary>The keys that change besides the parameters, with their values as YAML; empty for one that is to go. A national rule has
    /// its own level without any override.</summary>
    private IEnumerable<(string Key, string Yaml)> Changes()
    {
        var isLocal = _rule.Definition.IsLocal;
        if (_edit.Off is { } off && !isLocal)
        {
            yield return ("off", off ? "true" : string.Empty);
        }

        if (_edit.Severity is { } level)
        {
            yield return ("severity", level == _rule.Header.RuleSeverity && !isLocal ? string.Empty : Severities.NameOf(level));
        }

        if (_edit.EndsTrial || _edit.Trial is not null)
        {
            yield return ("trial", _edit.EndsTrial ? string.Empty : $"{_edit.Trial:O}");
        }
    }

    /// <summary>The parameters that get a value of their own, as a mapping on one line. Empty: none does.</summary>
    private static string InOneLine(Dictionary<string, string> values)
    {
        var set = values.Where(value => value.Value.Length > 0).Select(value => $"{value.Key}: {value.Value}").ToList();
        return set.Count == 0 ? string.Empty : $"{{{string.Join(", ", set)}}}";
    }

    private (RuleFileText File, YamlMapping Item)? Find(string key, Func<YamlMapping, bool> isIt)
    {
        foreach (var (_, text) in _files)
        {
            var item = text.Rules?.Items.OfType<YamlMapping>().FirstOrDefault(item => item.Find(key) is not null && isIt(item));
            if (item is not null)
            {
                return (text, item);
            }
        }

        return null;
    }

    /// <summary>Takes an item out of its list, with its lines; or leaves them as comments below a line that says why.</summary>
    private static void RemoveItem(RuleFileText file, YamlMapping item, string why)
    {
        var rules = file.Rules!;
        if (rules.IsFlow)
        {
            var index = rules.Items.ToList().IndexOf(item);
            var (start, end) = index + 1 < rules.Items.Count
                ? (item.Start, rules.Items[index + 1].Start)
                : (index == 0 ? item.Start : rules.Items[index - 1].End, item.End);
            file.Replace(start, end, string.Empty);
            return;
        }

        var first = file.ItemStart(item);
        var last = file.NextLine(item.End);
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

        if (file.Rules is { IsFlow: true } flow)
        {
            var comma = flow.Items.Count > 0 ? ", " : string.Empty;
            var end = flow.Items.Count > 0 ? flow.Items[^1].End : flow.Start + 1;
            file.Replace(end, end, $"{comma}{{{string.Join(", ", keys)}}}");
        }
        else if (file.Rules is { Items.Count: > 0 } rules)
        {
            var start = file.ItemStart(rules.Items[0]);
            var dash = file.Text.IndexOf('-', start);
            var line = file.LineStop(rules.Items[^1].End);
            file.Replace(line, line, file.LineEnd + Item(keys, file.Text[start..dash], file.LineEnd));
        }
        else if ((file.Root as YamlMapping)?.Find("rules") is { } empty)
        {
            var line = file.LineStop(empty.Key.End);
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
        file.Rules?.Items.OfType<YamlMapping>().Any(item => item.Find("override") is not null) == true;

    private static string Item(IEnumerable<string> keys, string indent, string lineEnd) =>
        $"{indent}- {string.Join($"{lineEnd}{indent}  ", keys)}";

    private IReadOnlyList<RuleFile> Files(IReadOnlyList<RuleFile> overlay)
    {
        var files = overlay.Select((file, i) => new RuleFile { Path = file.Path, Text = _files[i].Text.Changed() });
        return _new.Length == 0 ? [.. files] : [.. files, new RuleFile { Path = NewFile, Text = _new }];
    }

    /// <summary>The text of a key. Null: it is not there.</summary>
    private static string? TextOf(YamlMapping item, string key) => (item.Find(key)?.Value as YamlScalar)?.Text;

    /// <summary>A text as YAML in quotation marks, which are those of JSON.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);
}
