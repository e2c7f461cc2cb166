using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Validation.Engine.Rules.Editing;

/// <summary>Changes keys of one mapping of a file. Values are given as YAML that stands on one line. Not thread-safe.</summary>
/// <param name="file">The file.</param>
/// <param name="mapping">The mapping.</param>
/// <param name="anchor">The key after which new keys are written, where it is there; else after the first.</param>
internal sealed class MappingEdit(RuleFileText file, YamlMappingNode mapping, string anchor = "")
{
    private readonly List<string> _new = [];
    private readonly List<YamlNode> _removed = [];

    private bool IsFlow => mapping.Style == MappingStyle.Flow;

    /// <summary>Gives a key a value; takes the key away where that is empty.</summary>
    public void Set(string key, string yaml)
    {
        if (yaml.Length == 0)
        {
            Remove(key);
        }
        else if (mapping.Entry(key) is not { } entry)
        {
            _new.Add($"{key}: {yaml}");
        }
        else if (entry.Value is YamlScalarNode { Value: "", Style: ScalarStyle.Plain })
        {
            var colon = file.Text.IndexOf(':', file.EndOf(entry.Key));
            file.Replace(colon + 1, colon + 1, $" {yaml}");
        }
        else
        {
            file.Replace(RuleFileText.StartOf(entry.Value), file.EndOf(entry.Value), yaml);
        }
    }

    /// <summary>Takes a key away, if it is there.</summary>
    public void Remove(string key)
    {
        if (mapping.Entry(key) is { } entry)
        {
            _removed.Add(entry.Key);
        }
    }

    /// <summary>Whether any key is left besides these.</summary>
    public bool LeavesAnyBut(params string[] keys) =>
        _new.Count > 0
        || mapping.Children.Any(entry => !_removed.Contains(entry.Key) && !keys.Contains((entry.Key as YamlScalarNode)?.Value));

    /// <summary>Notes the changes with the file.</summary>
    public void Apply()
    {
        if (!IsFlow && _new.Count > 0 && _removed.Count == mapping.Children.Count)
        {
            var column = new string(' ', (int)mapping.Children[0].Key.Start.Column - 1);
            file.Replace(RuleFileText.StartOf(mapping.Children[0].Key), file.EndOf(mapping), string.Join(file.LineEnd + column, _new));
            return;
        }

        for (var i = 0; i < mapping.Children.Count; i++)
        {
            var first = i;
            while (i < mapping.Children.Count && _removed.Contains(mapping.Children[i].Key))
            {
                i++;
            }

            if (i > first)
            {
                Cut(first, i);
            }
        }

        if (_new.Count > 0)
        {
            Insert();
        }
    }

    private void Insert()
    {
        if (IsFlow)
        {
            var end = mapping.Children.Count == 0 ? RuleFileText.StartOf(mapping) + 1 : ValueEnd(mapping.Children.Count - 1);
            var comma = _removed.Count == mapping.Children.Count ? string.Empty : ", ";
            file.Replace(end, end, comma + string.Join(", ", _new));
            return;
        }

        var kept = mapping.Children.Where(entry => !_removed.Contains(entry.Key)).ToList();
        var place = kept.Find(entry => (entry.Key as YamlScalarNode)?.Value == anchor) is { Key: not null } known ? known : kept[0];
        var indent = new string(' ', (int)place.Key.Start.Column - 1);
        var line = file.LineStop(Math.Max(file.EndOf(place.Key), file.EndOf(place.Value)));
        file.Replace(line, line, string.Concat(_new.Select(entry => $"{file.LineEnd}{indent}{entry}")));
    }

    /// <summary>Cuts out the entries from the first of these numbers to before the second.</summary>
    private void Cut(int first, int end)
    {
        var start = RuleFileText.StartOf(mapping.Children[first].Key);
        if (end < mapping.Children.Count && (IsFlow || first == 0))
        {
            // The next key takes their place, behind the dash or the bracket.
            file.Replace(start, RuleFileText.StartOf(mapping.Children[end].Key), string.Empty);
        }
        else if (IsFlow)
        {
            // The comma before them goes too.
            file.Replace(first == 0 ? start : ValueEnd(first - 1), ValueEnd(end - 1), string.Empty);
        }
        else
        {
            for (var i = first; i < end; i++)
            {
                var line = file.LineStart(RuleFileText.StartOf(mapping.Children[i].Key));
                file.Replace(line, file.NextLine(ValueEnd(i)), string.Empty);
            }
        }
    }

    private int ValueEnd(int index) => Math.Max(file.EndOf(mapping.Children[index].Key), file.EndOf(mapping.Children[index].Value));
}
