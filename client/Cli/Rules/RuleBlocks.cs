using Validation.V1;

namespace Validation.Cli.Rules;

/// <summary>A piece of a rule file that is about one rule.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line of its beginning, from 1.</param>
/// <param name="Text">The piece as written.</param>
internal sealed record RuleBlock(string File, int Line, string Text);

/// <summary>Finds what files say about one rule by the layout alone: an entry of a list that has "id: ID" or
/// "override: ID" ends where the next entry begins. Enough to show it; what it means only the server knows.</summary>
internal static class RuleBlocks
{
    private static readonly string[] Keys = ["id:", "override:"];

    /// <summary>The entries about a rule, in the order of the files.</summary>
    public static IEnumerable<RuleBlock> Find(IEnumerable<RuleFile> files, string ruleId) =>
        files.SelectMany(file => Find(file, ruleId));

    private static IEnumerable<RuleBlock> Find(RuleFile file, string ruleId)
    {
        var lines = file.Text.Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            var indent = Indent(lines[start]);
            if (lines[start].AsSpan(indent).StartsWith("- "))
            {
                var end = start + 1;
                while (end < lines.Length && (Indent(lines[end]) > indent || string.IsNullOrWhiteSpace(lines[end])))
                {
                    end++;
                }

                var entry = lines[start..end];
                if (entry.Any(line => Names(line, indent + 2, ruleId)))
                {
                    yield return new RuleBlock(file.Path, start + 1, string.Join('\n', entry).TrimEnd());
                }
            }
        }
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    /// <summary>Whether the line names the rule among the keys of the entry.</summary>
    private static bool Names(string line, int column, string ruleId)
    {
        if (line.Length <= column || line.AsSpan(0, column).Trim(" -").Length > 0)
        {
            return false;
        }

        var entry = line[column..].Split(" #", 2)[0];
        return Keys.Any(key => entry.StartsWith(key, StringComparison.Ordinal)
            && string.Equals(entry[key.Length..].Trim().Trim('"', '\''), ruleId, StringComparison.Ordinal));
    }
}
