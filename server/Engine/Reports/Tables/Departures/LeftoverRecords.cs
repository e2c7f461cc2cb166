using Validation.Engine.Documents;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Tables.Values;
using Validation.Engine.Reports.Text;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Tables.Departures;

/// <summary>
/// What is left over when the rows of the template have found their records: stray numbers, collapsed groups, extra and repeated rows, and
/// the rows that are missing.
/// </summary>
internal sealed class LeftoverRecords(TableReading reading, ICollection<Deviation> deviations)
{
    // Prose may name one row and its number; it does not name several, and no row of as many numbers.
    private const int LeastRows = 3;
    private const int LeastNumbers = 4;

    private readonly LabelWords _labels = LabelWords.Of(reading.Table);
    private readonly HashSet<int> _foreign = [];
    private readonly HashSet<GroupTemplate> _collapsed = [];

    /// <summary>Notes all of it as deviations.</summary>
    /// <param name="beside">What stands beside a document's table, as rows: some may be those of the table once more.</param>
    /// <returns>The records of rows that the template lacks or has elsewhere: their words are no part of the labels around them.</returns>
    public IReadOnlySet<int> Note(IReadOnlyList<TableRecord> beside)
    {
        foreach (var label in reading.Records.SelectMany(static record => record.Labels))
        {
            NoteGluedNumber(label);
        }

        foreach (var (index, record) in reading.Leftover)
        {
            NoteRecord(index, record);
        }

        NoteMissingRows();
        NoteRepeatedRows(reading.Leftover.Select(static left => left.Record).Concat(beside));
        _foreign.UnionWith(reading.Moved.Select(static row => row.Index));
        return _foreign;
    }

    private void NoteRecord(int index, TableRecord record)
    {
        var row = reading.Table.Rows[0];
        var cells = record.Filled >= row.Cells.Count && HasNumber(record) ? reading.Place(record, row) : null;
        if (_labels.GroupAtEnd(record.Words) is not { } group)
        {
            // Between rows of the table it is one that the template lacks.
            if (reading.Rows.Any(other => other.Index >= 0 && other.Index < index) && reading.Rows.Any(other => other.Index > index))
            {
                _foreign.Add(index);
                NoteWholeRow(Kind.ExtraRow, reading.Table.Key, string.Empty, record, cells);
            }
        }
        else if (cells is not null && IsWithoutRows(group))
        {
            _collapsed.Add(group);
            NoteWholeRow(Kind.CollapsedRow, group.Key, group.Label, record, cells);
        }
        else
        {
            record.FilledValues.ForEach(value => deviations.Note(Kind.StrayValue, group.Key, value.Position, group.Label, value.Text));
        }
    }

    // "数据1", "数据2" and "总计" in the places of numbers are headings.
    private static bool HasNumber(TableRecord record) => record.Values.Exists(static value =>
        CellText.Read(value.Text, hasDecimals: false).State is Cell.Types.State.Number or Cell.Types.State.Dash);

    // 三、本年度办理结果 is the heading of other groups, and of no row alone.
    private bool IsWithoutRows(GroupTemplate group) => group != ApplicationsTemplate.Results
        && !reading.Rows.Exists(row => row.Template.Group == group && row.Record is not null);

    // "三、本年度办理结果0" as the text of one cell.
    private void NoteGluedNumber(Token label)
    {
        var words = label.Text.AsSpan().ContainsAny(CellText.Digits) ? Characters.Words(label.Text) : string.Empty;
        var stem = words.AsSpan().TrimEnd("0123456789");
        if (stem.Length < words.Length && _labels.GroupAtEnd(stem) is { } group)
        {
            deviations.Note(Kind.StrayValue, group.Key, label.Position, group.Label, words[stem.Length..]);
        }
    }

    private void NoteMissingRows()
    {
        var above = -1;
        foreach (var (i, row) in reading.Rows.Index())
        {
            above = Math.Max(above, row.Index);
            if (row.Record is not null || reading.Moved.Any(other => other.Template == row.Template)
                || (row.Template.Group is { } group && _collapsed.Contains(group)))
            {
                continue;
            }

            // Numbers that nobody claims stand where the row should be: they may be its own.
            var below = reading.Rows.Skip(i).FirstOrDefault(static other => other.Record is not null);
            var isUnclear = below is { Record: { HasColumns: true, IsUnclear: true } }
                || _foreign.Any(record => record > above && record < (below?.Index ?? reading.Records.Count));
            var position = above < 0 ? (Position?)null : reading.Records[above].Position;
            deviations.Note(isUnclear ? Kind.UnreadableRow : Kind.MissingRow, row.Template.Key, position, row.Template.Label);
        }
    }

    // Rows that stand in the text twice with other numbers: nobody can tell which of them are meant.
    private void NoteRepeatedRows(IEnumerable<TableRecord> records)
    {
        var repeated = (
            from record in records
            let index = record.Filled == 0 ? -1 : _labels.RowAtEnd(record.Words)
            where index >= 0
            let row = reading.Rows[index]
            where row.Record is not null && record.Filled >= row.Width
            select (row.Template, First: row.Record, Second: record)).ToList();
        var isTable = repeated.Count >= Math.Min(LeastRows, reading.Rows.Count);
        var different = repeated.FindAll(pair => (isTable || pair.Template.Cells.Count >= LeastNumbers)
            && AreDifferent(reading.Place(pair.First, pair.Template), reading.Place(pair.Second, pair.Template)));
        if (isTable && different.Count == 0)
        {
            deviations.Note(Kind.RepeatedTable, reading.Table.Key, repeated[0].Second.Position);
        }

        foreach (var (row, _, second) in different)
        {
            deviations.Note(Kind.RepeatedRow, row.Key, second.Position, row.Label, second.ValueText);
        }
    }

    private static bool AreDifferent(IReadOnlyList<Token>? first, IReadOnlyList<Token>? second) =>
        first is not null && (second is null || first.Zip(second)
            .Any(static pair => CellText.Read(pair.First.Text, true) != CellText.Read(pair.Second.Text, true)));

    private void NoteWholeRow(Kind kind, string path, string expected, TableRecord record, IReadOnlyList<Token>? cells)
    {
        if (cells is not null)
        {
            var label = string.Concat(record.Labels.Select(static label => label.Text));
            var deviation = deviations.Note(kind, path, record.Position, expected, label);
            deviation.Cells.AddRange(cells.Select(static token => CellText.Fill(new Cell(), token, hasDecimals: false)));
        }
    }
}
