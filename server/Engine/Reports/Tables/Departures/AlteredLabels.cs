using Validation.Engine.Documents;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Tables.Rows;
using Validation.Engine.Reports.Tables.Values;
using Validation.Engine.Reports.Text;
using Validation.Form;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Tables.Departures;

/// <summary>Notes the labels of a table that are not the template's.</summary>
internal static class AlteredLabels
{
    /// <summary>
    /// Notes the labels that differ from the form's as deviations. The words of foreign records are no part of the labels around them. A
    /// table of a single row has no labels of rows.
    /// </summary>
    public static void Note(TableReading reading, IReadOnlySet<int> foreign, ICollection<Deviation> deviations)
    {
        var found = reading.Rows.Index().Where(row => row.Item.Record is not null && reading.Rows.Count > 1);
        var next = 0;
        var pieces = new List<Token>();
        foreach (var (i, (row, index, record)) in found)
        {
            pieces.Clear();
            for (; next <= index; next++)
            {
                pieces.AddRange(foreign.Contains(next) ? [] : reading.Records[next].Labels);
            }

            // Flowing text mixes the wrapped headings of narrow columns: no label can be told from another there.
            var areHeadingsClear = record!.IsGrid || row != ApplicationsTemplate.Received;
            var altered = LabelCover.Compare(pieces, areHeadingsClear ? LabelWords.Of(reading.Table).AroundRow[i] : [row.Label]);
            var behind = reading.Records.ElementAtOrDefault(next);
            foreach (var label in altered.Where(label => behind is null || !IsWhole(label, pieces, behind)))
            {
                // A cell may break its label anywhere, which is no other name.
                var actual = label.Actual.Replace("\n", string.Empty, StringComparison.Ordinal);
                deviations.Note(Kind.Label, PathOf(label), label.Token.Position, label.Expected, actual);
            }

            string PathOf(AlteredLabel label) =>
                label.Expected == row.Label ? row.Key : label.Expected == row.Group?.Label ? row.Group.Key : reading.Table.Key;
        }
    }

    // The label is as the form has it, though only a part of it was found where it is due.
    private static bool IsWhole(AlteredLabel label, List<Token> pieces, TableRecord next)
    {
        // The last line of a label that the end of a page cuts off is printed nowhere.
        var (expected, actual) = (LabelWords.Of(label.Expected), Characters.Words(label.Actual));
        if (next.IsGrid)
        {
            return label.Token.Position.Place is PagePlace here && next.Position.Place is PagePlace there && there.Page > here.Page
                && expected.StartsWith(LabelWords.Of(label.Actual), StringComparison.Ordinal);
        }

        // The numbers may stand in the middle of a wrapped label: then the text behind them completes it.
        var words = string.Concat(pieces.Concat(next.Labels.Take(2)).Select(static piece => Characters.Words(piece.Text)));
        return words.Contains(expected, StringComparison.Ordinal) && !actual.Contains(expected, StringComparison.Ordinal);
    }
}
