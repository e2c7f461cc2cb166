using Validation.Engine.Documents;
using Validation.Engine.Reports.Labels;
using Validation.Engine.Reports.Text;
using Validation.Form;

namespace Validation.Engine.Reports.Tables.Rows;

/// <summary>A cell above the values.</summary>
/// <param name="Column">Where it stands.</param>
/// <param name="Words">Its words.</param>
/// <param name="IsLabel">It is like the label of a column of the template.</param>
/// <param name="IsKnown">It is like that, or like what the template prints above several columns.</param>
/// <param name="Token">The cell.</param>
internal readonly record struct Heading(int Column, string Words, bool IsLabel, bool IsKnown, Token Token);

/// <summary>The rows above the values of a table, which name its columns.</summary>
internal sealed class HeadingBlock
{
    private readonly List<Heading> _headings = [];
    private readonly Dictionary<string, ColumnMap> _maps = new(StringComparer.Ordinal);

    // The first column with the label of a column of values.
    private int _first = int.MaxValue;

    /// <summary>Where the first of the headings stands.</summary>
    public Position Position => _headings[0].Token.Position;

    /// <summary>How many columns the heading rows have.</summary>
    public int Width { get; private set; }

    /// <summary>Tells every record of numbers which headings it stands under.</summary>
    public static void Assign(TableTemplate table, IReadOnlyList<TableRecord> records)
    {
        HeadingBlock? block = null;
        var isOpen = false;
        foreach (var record in records.Where(static record => record.Row.Count > 0))
        {
            var mayBeHeading = (record.HasColumns || record.Labels.Count >= table.Rows[0].Cells.Count) && record.Filled == 0;
            var headings = mayBeHeading ? HeadingsOf(record, LabelWords.Of(table)) : [];
            var isAbove = mayBeHeading && AreHeadings(table, record, headings, isOpen);
            if (isAbove)
            {
                block = isOpen && record.HasColumns ? block! : new HeadingBlock();
                block.Add(record, headings);
            }
            else
            {
                block?.LayOver(record, hasLabels: table.Rows.Count > 1);
            }

            isOpen = isAbove;
        }
    }

    /// <summary>Where the values of a row of the template stand.</summary>
    public ColumnMap MapOf(RowTemplate row)
    {
        // Rows of the form whose first column is the same have all columns in common.
        var first = row.Cells[0].Column;
        return _maps.TryGetValue(first, out var map) ? map : _maps[first] = new ColumnMap(row, _headings);
    }

    // Text shows its columns by their order alone: there only a row that names them all says anything.
    private static bool AreHeadings(TableTemplate table, TableRecord record, List<Heading> headings, bool isOpen)
    {
        var labels = headings.Count(static heading => heading.IsLabel);
        var known = headings.Count(static heading => heading.IsKnown);
        var width = table.Rows[0].Cells.Count;
        return record.HasColumns
            ? known >= 2 || (labels == 1 && table == DisclosureTemplate.Table) || (isOpen && known > 0 && known == record.Labels.Count)
            : labels == width && width > 1;
    }

    private void Add(TableRecord record, List<Heading> headings)
    {
        Width = Math.Max(Width, record.Row.Count);
        _headings.AddRange(headings);
        _first = headings.Where(static heading => heading.IsLabel).Select(static heading => heading.Column).Append(_first).Min();
    }

    // What stands left of that column are labels, whatever it is.
    private void LayOver(TableRecord record, bool hasLabels)
    {
        var isInLine = record.HasColumns && record.Row.Count == Width;
        if (_first < int.MaxValue
            && !(isInLine && hasLabels && record.Row.FindIndex(0, _first, static cell => cell.Kind == TokenKind.Text) < 0))
        {
            record.Headings = this;
            record.DivideAt(isInLine ? _first : record.FirstCell);
        }
    }

    private static List<Heading> HeadingsOf(TableRecord record, LabelWords labels)
    {
        var headings = new List<Heading>();
        foreach (var (column, token) in record.Row.Index())
        {
            if (token.Kind == TokenKind.Text)
            {
                var words = Characters.Words(token.Text);
                var isLabel = LabelMatch.IsColumn(words, labels.Columns);
                headings.Add(new Heading(column, words, isLabel, isLabel || LabelMatch.IsColumn(words, labels.Headings), token));
            }
        }

        return headings;
    }
}
