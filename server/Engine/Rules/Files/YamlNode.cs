namespace Validation.Engine.Rules.Files;

/// <summary>A node of a YAML file with its place.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal abstract record YamlNode(int Line, int Column)
{
    /// <summary>The node in one line of canonical form: equal content gives equal text.</summary>
    public abstract string Canonical { get; }
}

/// <summary>A scalar of a YAML file. It is always text: "no" and 1.10 stay as they are written.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Text">The text.</param>
/// <param name="Indent">How many characters stand between the node's place and its text: 1 for a quotation mark; -1 for a block.</param>
internal sealed record YamlScalar(int Line, int Column, string Text, int Indent) : YamlNode(Line, Column)
{
    public override string Canonical => Text;
}

/// <summary>A list of YAML nodes, with the place where it begins.</summary>
internal sealed record YamlSequence(int Line, int Column, IReadOnlyList<YamlNode> Items) : YamlNode(Line, Column)
{
    public override string Canonical => $"[{string.Join(", ", Items.Select(item => item.Canonical))}]";
}

/// <summary>A mapping of keys to values, in the order of the file.</summary>
internal sealed record YamlMapping(int Line, int Column, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line, Column)
{
    public override string Canonical => $"{{{string.Join(", ", Entries.Select(entry => $"{entry.Key.Text}: {entry.Value.Canonical}"))}}}";
}

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
