namespace Validation.Engine.Documents.Doc;

/// <summary>The sections of the main text, [MS-DOC] 2.8.26 PlcfSed.</summary>
internal sealed class Sections
{
    private const int ItemLength = 12;

    // The first character positions of all sections but the first, and the end of the last one.
    private readonly int[] _ends;

    /// <summary>Reads the sections; none, where the part is empty.</summary>
    public Sections(ReadOnlySpan<byte> part)
    {
        var sections = new Plc(part, ItemLength);
        _ends = new int[sections.Count];
        for (var i = 0; i < _ends.Length; i++)
        {
            _ends[i] = sections.Start(i + 1);
        }

        End = _ends.Length > 0 ? _ends[^1] : null;
        Array.Sort(_ends);
    }

    /// <summary>Where the last section ends. Null: not said.</summary>
    public int? End { get; }

    /// <summary>Whether a section ends with the character at a position.</summary>
    public bool EndAt(int position) => Array.BinarySearch(_ends, position + 1) >= 0;
}
