using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Validation.Engine.Rules.Editing;

/// <summary>The text of a rule file with the places of its nodes, and the changes that are to be made of it. What no change touches stays
/// byte for byte. Not thread-safe.</summary>
internal sealed class RuleFileText
{
    private readonly List<(int Start, int End, string Text)> _splices = [];

    /// <param name="text">The text of a file that compiles.</param>
    public RuleFileText(string text)
    {
        Text = text;
        LineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        Root = stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
    }

    /// <summary>The text as it was.</summary>
    public string Text { get; }

    /// <summary>What ends the lines of the file.</summary>
    public string LineEnd { get; }

    /// <summary>The root of the file. Null: it is empty.</summary>
    public YamlNode? Root { get; }

    /// <summary>The list of the rules. Null: there is none, or it is empty without brackets.</summary>
    public YamlSequenceNode? Rules => Root as YamlSequenceNode ?? (Root as YamlMappingNode).Entry("rules")?.Value as YamlSequenceNode;

    /// <summary>The text with all changes.</summary>
    public string Changed()
    {
        var text = Text;
        foreach (var (start, end, replacement) in _splices.OrderByDescending(splice => splice.Start))
        {
            text = text[..start] + replacement + text[end..];
        }

        return text;
    }

    /// <summary>Puts another text in the place of some characters.</summary>
    public void Replace(int start, int end, string text) => _splices.Add((start, end, text));

    /// <summary>Where a node begins.</summary>
    public static int StartOf(YamlNode node) => (int)node.Start.Index;

    /// <summary>Where the last character of a node ends, without what follows on its line.</summary>
    public int EndOf(YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                var last = mapping.Children.Count == 0 ? default : mapping.Children[mapping.Children.Count - 1];
                var inner = last.Key is null ? StartOf(node) + 1 : Math.Max(EndOf(last.Key), EndOf(last.Value));
                return mapping.Style == MappingStyle.Flow ? Closed(inner, '}') : inner;
            case YamlSequenceNode sequence:
                var item = sequence.Children.Count == 0 ? StartOf(node) + 1 : EndOf(sequence.Children[^1]);
                return sequence.Style == SequenceStyle.Flow ? Closed(item, ']') : item;
            case YamlScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded }:
                return StartOf(node) + Text[StartOf(node)..(int)node.End.Index].TrimEnd().Length;
            default:
                return (int)node.End.Index;
        }
    }

    /// <summary>Where the bracket ends that closes a list or mapping. Before it stand only spaces, a comma and comments.</summary>
    private int Closed(int index, char bracket)
    {
        while (Text[index] != bracket)
        {
            index = Text[index] == '#' ? NextLine(index) : index + 1;
        }

        return index + 1;
    }

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
        var line = LineStart(StartOf(item));
        while (!Text[line..].TrimStart(' ').StartsWith('-') && line > 0)
        {
            line = LineStart(line - 1);
        }

        return line;
    }
}

/// <summary>Looks for entries of mappings.</summary>
internal static class YamlEntries
{
    /// <summary>The entry with a key. Null: there is none.</summary>
    public static KeyValuePair<YamlScalarNode, YamlNode>? Entry(this YamlMappingNode? mapping, string key)
    {
        foreach (var (name, value) in mapping is null ? [] : mapping.Children.ToList())
        {
            if (name is YamlScalarNode scalar && scalar.Value == key)
            {
                return KeyValuePair.Create(scalar, value);
            }
        }

        return null;
    }

    /// <summary>The text of a key. Null: it is not there.</summary>
    public static string? TextOf(this YamlMappingNode mapping, string key) => (mapping.Entry(key)?.Value as YamlScalarNode)?.Value;
}
