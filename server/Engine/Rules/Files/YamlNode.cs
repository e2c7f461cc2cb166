namespace Validation.Engine.Rules.Files;

/// <summary>A node of a YAML file with its place.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal abstract record YamlNode(int Line, int Column)
{
    /// <summary>The index of its first character in the file.</summary>
    public int Start { get; init; }

    /// <summary>The index behind its last character, without what follows on its line.</summary>
    public int End { get; init; }

    /// <summary>True: it is a list or mapping in brackets, [a, b] or {a: b}.</summary>
    public bool IsFlow { get; init; }

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
    /// <summary>True: nothing stands there, not even quotation marks.</summary>
    public bool IsNothing => Text.Length == 0 && Indent == 0;

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

    /// <summary>The entry with a key. Null: there is none.</summary>
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);
}

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    /// <summary>The index behind the last character of both.</summary>
    public int End => Math.Max(Key.End, Value.End);
}
