using Validation.V1;

namespace Validation.Client.Page;

/// <summary>The findings of a draft by the cells that they are about.</summary>
internal sealed class CellMarks
{
    private static readonly CellMark None = new();

    private readonly Dictionary<string, CellMark> _marks = new(StringComparer.Ordinal);

    public CellMarks(IReadOnlyList<PageFinding> findings)
    {
        foreach (var finding in findings)
        {
            foreach (var cell in finding.Finding.Cells)
            {
                MarkOf(cell.Path).Add(finding, cell.Suspect);
            }

            foreach (var edit in finding.Finding.Suggestions.Take(1).SelectMany(suggestion => suggestion.Edits))
            {
                MarkOf(edit.Path).Propose(edit.Text);
            }
        }
    }

    /// <summary>The mark of a cell by its path.</summary>
    public CellMark Of(string path) => _marks.GetValueOrDefault(path, None);

    private CellMark MarkOf(string path) =>
        _marks.TryGetValue(path, out var mark) ? mark : _marks[path] = new CellMark();
}

/// <summary>The mark of a cell: the findings about it.</summary>
internal sealed class CellMark
{
    private readonly List<PageFinding> _findings = [];

    /// <summary>The findings about it, in their order.</summary>
    public IReadOnlyList<PageFinding> Findings => _findings;

    /// <summary>The greatest of their weights.</summary>
    public Level Severity { get; private set; }

    /// <summary>Whether one of them says that this cell is likely the wrong one.</summary>
    public bool Suspect { get; private set; }

    /// <summary>What the first suggestion of its first finding puts there. Empty: none changes it.</summary>
    public string Proposed { get; private set; } = string.Empty;

    /// <summary>A suggestion puts another text there; the first one counts.</summary>
    public void Propose(string text) => Proposed = Proposed.Length > 0 ? Proposed : text;

    /// <summary>Adds a finding, or a further mention by the last one.</summary>
    public void Add(PageFinding finding, bool suspect)
    {
        Suspect |= suspect;
        if (_findings.Count > 0 && _findings[^1] == finding)
        {
            return;
        }

        _findings.Add(finding);
        Severity = finding.Finding.Severity > Severity ? finding.Finding.Severity : Severity;
    }
}
