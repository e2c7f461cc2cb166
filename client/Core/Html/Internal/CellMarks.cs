using Validation.V1;

namespace Validation.Client.Html.Internal;

/// <summary>Which findings are about which cells.</summary>
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
                if (!_marks.TryGetValue(cell.Path, out var mark))
                {
                    _marks[cell.Path] = mark = new CellMark();
                }

                mark.Add(finding, cell.Suspect);
            }
        }
    }

    /// <summary>What is to be marked at a cell.</summary>
    public CellMark Of(string path) => _marks.GetValueOrDefault(path, None);
}

/// <summary>What is to be marked at a cell.</summary>
internal sealed class CellMark
{
    private readonly List<PageFinding> _findings = [];

    /// <summary>The findings about it, in their order.</summary>
    public IReadOnlyList<PageFinding> Findings => _findings;

    /// <summary>The greatest of their weights.</summary>
    public Level Severity { get; private set; }

    /// <summary>Whether one of them says that this cell is likely the wrong one.</summary>
    public bool Suspect { get; private set; }

    /// <summary>One more finding, or a further mention in the last one.</summary>
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
