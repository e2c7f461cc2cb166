using Validation.Engine.Rules.Files;

namespace Validation.Engine.Rules.Editing;

/// <summary>Changes keys of one mapping of a file. Values are given as YAML that stands on one line. Not thread-safe.</summary>
/// <param name="file">The file.</param>
/// <param name="mapping">The mapping.</param>
/// <param name="anchor">The key after which new keys are written, where it is there; else after the first.</param>
internal sealed class MappingEdit(RuleFileText file, YamlMapping mapping, string anchor = "")
{
    private readonly List<string> _new = [];
    private readonly List<YamlScalar> _removed = [];

    /// <summary>Gives a key a value; takes the key away where that is empty.</summary>
    public void Set(string key, string yaml)
    {
        if (yaml.Length == 0)
        {
            Remove(key);
        }
        else if (mapping.Find(key) is not { } entry)
        {
            _new.Add($"{key}: {yaml}");
        }
        else if (entry.Value is YamlScalar { IsNothing: true })
        {
            var colon = file.Text.IndexOf(':', entry.Key.End);
            file.Replace(colon + 1, colon + 1, $" {yaml}");
        }
        else
        {
            file.Replace(entry.Value.Start, entry.Value.End, yaml);
        }
    }

    /// <summary>Takes a key away, if it is there.</summary>
    public void Remove(string key)
    {
        if (mapping.Find(key) is { } entry)
        {
            _removed.Add(entry.Key);
        }
    }

    /// <summary>Whether any key is left besides these.</summary>
    public bool LeavesAnyBut(params string[] keys) =>
        _new.Count > 0
        || mapping.Entries.Any(entry => !_removed.Contains(entry.Key) && !keys.Contains(entry.Key.Text));

    /// <summary>Notes the changes with the file.</summary>
    public void Apply()
    {
        if (!mapping.IsFlow && _new.Count > 0 && _removed.Count == mapping.Entries.Count)
        {
            var column = new string(' ', mapping.Entries[0].Key.Column - 1);
            file.Replace(mapping.Entries[0].Key.Start, mapping.End, string.Join(file.LineEnd + column, _new));
            return;
        }

        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            var first = i;
            while (i < mapping.Entries.Count && _removed.Contains(mapping.Entries[i].Key))
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
        if (mapping.IsFlow)
        {
            var end = mapping.Entries.Count == 0 ? mapping.Start + 1 : mapping.Entries[^1].End;
            var comma = _removed.Count == mapping.Entries.Count ? string.Empty : ", ";
            file.Replace(end, end, comma + string.Join(", ", _new));
            return;
        }

        var kept = mapping.Entries.Where(entry => !_removed.Contains(entry.Key)).ToList();
        var place = kept.Find(entry => entry.Key.Text == anchor) ?? kept[0];
        var indent = new string(' ', place.Key.Column - 1);
        var line = file.LineStop(place.End);
        file.Replace(line, line, string.Concat(_new.Select(entry => $"{file.LineEnd}{indent}{entry}")));
    }

    /// <summary>Cuts out the entries from the first of these numbers to before the second.</summary>
    private void Cut(int first, int end)
    {
        var start = mapping.Entries[first].Key.Start;
        if (end < mapping.Entries.Count && (mapping.IsFlow || first == 0))
        {
            // The next key takes their place, behind the dash or the bracket.
            file.Replace(start, mapping.Entries[end].Key.Start, string.Empty);
        }
        else if (mapping.IsFlow)
        {
            // The comma before them goes too.
            file.Replace(first == 0 ? start : mapping.Entries[first - 1].End, mapping.Entries[end - 1].End, string.Empty);
        }
        else
        {
            for (var i = first; i < end; i++)
            {
                var line = file.LineStart(mapping.Entries[i].Key.Start);
                file.Replace(line, file.NextLine(mapping.Entries[i].End), string.Empty);
            }
        }
    }
}
