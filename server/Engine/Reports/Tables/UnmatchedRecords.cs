using Validation.Engine.Reports.Text;
using Validation.Template;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Tables;

/// <summary>
/// What is left over when the rows of the template have found their records: stray numbers, collapsed groups, extra and missing rows.
/// </summary>
internal sealed class UnmatchedRecords
{
    private readonly TableTemplate _table;
    private readonly IReadOnlyList<TableRecord> _records;
    private readonly int[] _recordOf;
    private readonly Func<TableRecord, Placement?> _place;
    private readonly HashSet<int> _foreign = [];
    private readonly HashSet<string> _collapsed = [];
    private readonly List<GroupTemplate> _groups;

    public UnmatchedRecords(TableTemplate table, IReadOnlyList<TableRecord> records, int[] recordOf, Func<TableRecord, Placement?> place)
    {
        _table = table;
        _records = records;
        _recordOf = recordOf;
        _place = place;
        _groups = [.. table.Rows.Select(row => row.Group).OfType<GroupTemplate>().Distinct()];
        if (table == ApplicationsTemplate.Table)
        {
            _groups.Insert(0, ApplicationsTemplate.Results);
        }
    }

    /// <summary>The rows that stand elsewhere than in the template, and the record of each.</summary>
    public IReadOnlyDictionary<int, int> Moved { get; init; } = new Dictionary<int, int>();

    /// <summary>The record is a row that the template lacks: its words are no part of the labels around it.</summary>
    public bool IsForeign(int record) => _foreign.Contains(record) || Moved.Values.Contains(record);

    /// <summary>Notes all of it.</summary>
    public void Note(ICollection<Deviation> deviations)
    {
        var matched = _recordOf.Where(record => record >= 0).ToHashSet();
        if (matched.Count == 0)
        {
            return;
        }

        var moved = Moved.Values.ToHashSet();

        for (var i = 0; i < _records.Count; i++)
        {
            NoteGluedNumbers(_records[i], deviations);
            if (_records[i].Filled > 0 && !matched.Contains(i) && !moved.Contains(i))
            {
                NoteRecord(i, matched.Min() < i && i < matched.Max(), deviations);
            }
        }

        NoteMissingRows(deviations);
    }

    private void NoteRecord(int index, bool isInside, ICollection<Deviation> deviations)
    {
        var record = _records[index];
        var group = _groups.Find(group => record.Words.EndsWith(RowAligner.LabelWords(group.Label), StringComparison.Ordinal));
        var cells = record.Filled >= _table.Rows[0].Cells.Count ? _place(record) : null;
        if (group is not null && cells is not null && IsWithoutRows(group))
        {
            _collapsed.Add(group.Key);
            deviations.Add(WholeRow(Kind.CollapsedRow, group.Key, group.Label, record, cells));
        }
        else if (group is not null)
        {
            foreach (var value in record.Values.Where(value => value.Kind == TokenKind.Value))
            {
                deviations.Add(Stray(group, value.Text, value));
            }
        }
        else if (isInside)
        {
            _foreign.Add(index);
            if (cells is not null)
            {
                deviations.Add(WholeRow(Kind.ExtraRow, _table.Key, string.Empty, record, cells));
            }
        }
    }

    private bool IsWithoutRows(GroupTemplate group)
    {
        var rows = _table.Rows.Select((row, i) => (row.Group, Record: _recordOf[i])).Where(row => row.Group == group).ToList();
        return rows.Count > 0 && rows.All(row => row.Record < 0);
    }

    // "三、本年度办理结果0" as the text of one cell.
    private void NoteGluedNumbers(TableRecord record, ICollection<Deviation> deviations)
    {
        foreach (var label in record.Labels)
        {
            var words = Characters.Words(label.Text);
            var stem = words.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
            if (stem.Length == words.Length)
            {
                continue;
            }

            var group = _groups.Find(group => stem.EndsWith(RowAligner.LabelWords(group.Label), StringComparison.Ordinal));
            if (group is not null)
            {
                deviations.Add(Stray(group, words[stem.Length..], label));
            }
        }
    }

    private void NoteMissingRows(ICollection<Deviation> deviations)
    {
        for (var i = 0; i < _table.Rows.Count; i++)
        {
            var row = _table.Rows[i];
            if (_recordOf[i] >= 0 || Moved.ContainsKey(i) || (row.Group is not null && _collapsed.Contains(row.Group.Key)))
            {
                continue;
            }

            var above = _recordOf.Take(i).LastOrDefault(record => record >= 0, -1);
            var below = _recordOf.Skip(i).FirstOrDefault(record => record >= 0, _records.Count);

            // Numbers that nobody claims stand where the row should be: they may be its own.
            var isUnclear = _foreign.Any(record => record > above && record < below)
                || (below < _records.Count && _records[below] is { HasColumns: true, IsUnclear: true });
            deviations.Add(new Deviation
            {
                Kind = isUnclear ? Kind.UnreadableRow : Kind.MissingRow,
                Path = row.Key,
                Expected = row.Label,
                Location = above < 0 ? null : _records[above].Position.ToLocation(),
            });
        }
    }

    private static Deviation Stray(GroupTemplate group, string number, Token at) => new()
    {
        Kind = Kind.StrayValue,
        Path = group.Key,
        Expected = group.Label,
        Actual = number,
        Location = at.Position.ToLocation(),
    };

    private static Deviation WholeRow(Kind kind, string path, string expected, TableRecord record, Placement placement)
    {
        var deviation = new Deviation
        {
            Kind = kind,
            Path = path,
            Expected = expected,
            Actual = string.Concat(record.Labels.Select(label => label.Text)),
            Location = record.Position.ToLocation(),
        };
        foreach (var token in placement.Cells)
        {
            var cell = new Cell();
            if (token.Kind != TokenKind.Absent)
            {
                CellText.Fill(cell, token.Text, token.Position, hasDecimals: false);
            }

            deviation.Cells.Add(cell);
        }

        return deviation;
    }
}
