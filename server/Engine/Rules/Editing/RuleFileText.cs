using Validation.Engine.Rules.Files;

namespace Validation.Engine.Rules.Editing;

/// <summary>The text of a rule file with the places of its nodes, and the changes that are to be made of it. What no change touches stays
/// byte for byte. Not thread-safe.</summary>
/// <param name="text">The text of a file that compiles.</param>
internal sealed class RuleFileText(string text)
{
    private readonly List<(int Start, int End, string Text)> _splices = [];

    /// <summary>The text as it was.</summary>
    public string Text => text;

    /// <summary>What ends the lines of the file.</summary>
    public string LineEnd { get; } = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>The root of the file. Null: it is empty.</summary>
    public YamlNode? Root { get; } = YamlReader.Read(text, new ProblemList());

    /// <summary>The list of the rules. Null: there is none, or it is empty without brackets.</summary>
    public YamlSequence? Rules => (Root as YamlMapping)?.Find("rules")?.Value as YamlSequence ?? Root as YamlSequence;

    /// <summary>The text with all changes.</summary>
    public string Changed()
    {
        var changed = text;
        foreach (var (start, end, replacement) in _splices.OrderByDescending(splice => splice.Start))
        {
            changed = changed[..start] + replacement + changed[end..];
        }

        return changed;
    }

    /// <summary>Puts another text in the place of some characters.</summary>
    public void Replace(int start, int end, string replacement) => _splices.Add((start, end, replacement));

    /// <summary>Where the line of a character begins.</summary>
    public int LineStart(int index) => index == 0 ? 0 : Text.LastIndexOf('\n', index - 1) + 1;

    /// <summary>Where the line of a character ends, before what ends it.</summary>
    public int LineStop(int index)
    {
        var end = Text.IndexOf('\n', index);
        return end < 0 ? Text.Length : end > index && Text[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>Where the line after that of a character begins; the end of the text where there is none.</summary>
    public int NextLine(int index)
    {
        var end = Text.IndexOf('\n', index);
        return end < 0 ? Text.Length : end + 1;
    }

    /// <summary>Where the line with the dash before an item of a list begins.</summary>
    public int ItemStart(YamlNode item)
    {
        var line = LineStart(item.Start);
        while (!Text[line..].TrimStart(' ').StartsWith('-') && line > 0)
        {
            line = LineStart(line - 1);
        }

        return line;
    }
}
