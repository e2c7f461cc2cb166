using Validation.Engine.Reports.Text;
using Validation.Template;
using Validation.V1;

namespace Validation.Engine.Reports.Tables;

/// <summary>Compares the labels of a table with those of the template.</summary>
internal sealed class TableLabels(TableTemplate table, IReadOnlyList<TableRecord> records, int[] recordOf, UnmatchedRecords unmatched)
{
    /// <summary>Notes the labels that are altered.</summary>
    public void Note(ICollection<Deviation> deviations)
    {
        var next = 0;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var record = recordOf[i];
            if (record < 0)
            {
                continue;
            }

            var own = Enumerable.Range(next, record - next + 1).Where(index => !unmatched.IsForeign(index));
            var pieces = own.SelectMany(index => records[index].Labels);
            foreach (var altered in Compare(table.Rows[i], [.. pieces], record))
            {
                deviations.Add(new Deviation
                {
                    Kind = Deviation.Types.Kind.Label,
                    Path = PathOf(table.Rows[i], altered.Expected),
                    Expected = altered.Expected,
                    Actual = altered.Actual,
                    Location = altered.Token.Position.ToLocation(),
                });
            }

            next = record + 1;
        }
    }

    private IReadOnlyList<AlteredLabel> Compare(RowTemplate row, IReadOnlyList<Token> pieces, int record)
    {
        // Flowing text mixes the wrapped headings of narrow columns: no label can be told from another there.
        var areHeadingsClear = records[record].IsGrid || table != ApplicationsTemplate.Table || row != table.Rows[0];
        IReadOnlyList<string> labels = areHeadingsClear ? [.. row.Headings, row.Label] : [row.Label];
        var altered = LabelCover.Compare(pieces, labels);
        if (altered.Count == 0 || records[record].IsGrid || record + 1 >= records.Count)
        {
            return altered;
        }

        // The numbers may stand in the middle of a wrapped label: then the text behind them completes it.
        var whole = Words(pieces) + Words(records[record + 1].Labels.Take(2));
        return [.. altered.Where(label =>
            IsLengthened(label) || !whole.Contains(RowAligner.LabelWords(label.Expected), StringComparison.Ordinal))];
    }

    private static bool IsLengthened(AlteredLabel label) =>
        Characters.Words(label.Actual).Contains(RowAligner.LabelWords(label.Expected), StringComparison.Ordinal);

    private static string Words(IEnumerable<Token> pieces) => string.Concat(pieces.Select(piece => Characters.Words(piece.Text)));

    private string PathOf(RowTemplate row, string label) =>
        label == row.Label ? row.Key : label == row.Group?.Label ? row.Group.Key : table.Key;
}
