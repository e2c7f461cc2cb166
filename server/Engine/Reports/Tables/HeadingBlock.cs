using Validation.Engine.Documents;
using Validation.Engine.Reports.Text;
using Validation.Template;

namespace Validation.Engine.Reports.Tables;

/// <summary>The rows above the values of a table, which name its columns.</summary>
internal sealed class HeadingBlock
{
    private readonly TableTemplate _table;
    private readonly List<Heading> _headings = [];
    private readonly Dictionary<RowTemplate, ColumnMap> _maps = [];

    private HeadingBlock(TableTemplate table) => _table = table;

    /// <summary>The first column that bears the label of a column of values; -1: none does.</summary>
    public int First { get; private set; } = -1;

    /// <summary>Where the first of the headings stands.</summary>
    public Position Position => _headings[0].Token.Position;

    /// <summary>How many columns the heading rows have.</summary>
    public int Width { get; private set; }

    /// <summary>Tells every row of numbers which headings it stands under.</summary>
    /// <param name="table">The table.</param>
    /// <param name="records">Its rows; those under headings come to know them.</param>
    public static void Assign(TableTemplate table, IReadOnlyList<TableRecord> records)
    {
        HeadingBlock? block = null;
        var isOpen = false;
        foreach (var record in records)
        {
            if (!record.IsGrid || record.Row.Count == 0)
            {
                continue;
            }

            var mayBeHeading = (record.HasColumns || record.Labels.Count >= table.Rows[0].Cells.Count) && record.Filled == 0;
            var known = mayBeHeading ? KnownHeadings(table, record) : [];
            if (!IsHeading(table, record, known, isOpen))
            {
                isOpen = false;
                block?.LayOver(record);
                continue;
            }

            block = isOpen && record.HasColumns ? block! : new HeadingBlock(table);
            block.Add(record, known);
            isOpen = true;
        }
    }

    // Text shows its columns by their order alone: there only a row that names them all says anything.
    private static bool IsHeading(TableTemplate table, TableRecord record, List<Heading> known, bool isOpen)
    {
        var labels = known.Count(heading => heading.IsLabel);
        var width = table.Rows[0].Cells.Count;
        return record.HasColumns
            ? known.Count >= 2 || (labels == 1 && table == DisclosureTemplate.Table)
                || (isOpen && known.Count > 0 && known.Count == record.Labels.Count)
            : labels == width && width > 1;
    }

    // What stands left of the first heading are labels, whatever it is.
    private void LayOver(TableRecord record)
    {
        if (First < 0)
        {
            return;
        }

        if (!record.HasColumns || record.Row.Count != Width)
        {
            record.Headings = this;
            return;
        }

        var hasLabel = _table.Rows.Count == 1;
        for (var column = 0; column < First && !hasLabel; column++)
        {
            hasLabel = record.Row[column].Kind == TokenKind.Text;
        }

        if (hasLabel)
        {
            record.Headings = this;
            record.DivideAt(First);
        }
    }

    /// <summary>Where the values of a row of the template stand.</summary>
    public ColumnMap MapOf(RowTemplate row)
    {
        if (!_maps.TryGetValue(row, out var map))
        {
            map = ColumnMap.Of(row, _headings, _table.ColumnHeadings);
            _maps.Add(row, map);
        }

        return map;
    }

    private void Add(TableRecord record, List<Heading> known)
    {
        Width = Math.Max(Width, record.Row.Count);
        for (var column = 0; column < record.Row.Count; column++)
        {
            var token = record.Row[column];
            if (token.Kind != TokenKind.Text)
            {
                continue;
            }

            var heading = known.Find(heading => heading.Column == column);
            _headings.Add(heading.Words is null ? new Heading(column, Characters.Words(token.Text), false, token) : heading);
        }

        var labels = _headings.Where(heading => heading.IsLabel).Select(heading => heading.Column).ToList();
        First = labels.Count == 0 ? -1 : labels.Min();
    }

    private static List<Heading> KnownHeadings(TableTemplate table, TableRecord record)
    {
        var known = new List<Heading>();
        for (var column = 0; column < record.Row.Count; column++)
        {
            var token = record.Row[column];
            if (token.Kind != TokenKind.Text)
            {
                continue;
            }

            var words = Characters.Words(token.Text);
            var isLabel = IsOne(words, table.ColumnLabels);
            if (isLabel || IsOne(words, table.ColumnHeadings))
            {
                known.Add(new Heading(column, words, isLabel, token));
            }
        }

        return known;
    }

    private static bool IsOne(string words, IReadOnlyList<string> labels)
    {
        foreach (var label in labels)
        {
            if (Heading.Likeness(words, Characters.Words(label)) >= Heading.Least)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A cell above the values.</summary>
/// <param name="Column">Where it stands.</param>
/// <param name="Words">Its words.</param>
/// <param name="IsLabel">It is like the label of a column of the template.</param>
/// <param name="Token">The cell.</param>
internal readonly record struct Heading(int Column, string Words, bool IsLabel, Token Token)
{
    /// <summary>From this likeness on a text is taken for a label.</summary>
    public const double Least = 0.6;

    /// <summary>How like a label a text is: 1 for the label, a little less for the label with something added.</summary>
    public static double Likeness(string words, string label)
    {
        if (words == label)
        {
            return 1;
        }

        var isExtended = label.Length > 4 && words.Length <= 3 * label.Length && words.Contains(label, StringComparison.Ordinal);
        var canBeLike = Math.Min(words.Length, label.Length) * 2 >= Math.Max(words.Length, label.Length);
        return isExtended ? 0.95 : canBeLike ? Similarity.Of(words, label) : 0;
    }
}
