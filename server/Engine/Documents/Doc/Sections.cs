namespace Validation.Engine.Documents.Doc;

/// <summary>The sections of the main text, [MS-DOC] 2.8.26 PlcfSed.</summary>
internal sealed class Sections
{
    private const int ItemLength = 12;

    // The first character positions of all sections but the first, and the end of the last one.
    private readonly HashSet<int> _ends = [];

    /// <summary>Reads the sections; none, where the part is empty.</summary>
    public Sections(ReadOnlySpan<byte> part)
    {
        var sections = new Plc(part, ItemLength);
        for (var i = 1; i <= sections.Count; i++)
        {
            End = sections.Start(i);
            _ends.Add(sections.Start(i));
        }
    }

    /// <summary>Where the last section ends. Null: not said.</summary>
    public int? End { get; }

    /// <summary>Whether a section ends with the character at a position.</summary>
    public bool EndAt(int position) => _ends.Contains(position + 1);
}
