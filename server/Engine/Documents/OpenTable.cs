using System.Runtime.InteropServices;

namespace Validation.Engine.Documents;

/// <summary>A table that a <see cref="DocumentBuilder"/> has not ended yet: what it holds so far, and its open row.</summary>
/// <param name="number">Its number in the document, from 1.</param>
internal sealed class OpenTable(int number)
{
    // The longest label of the template has 60 characters; a cell that holds more than this is there for the layout.
    private const int LongestCell = 300;

    // The rows that a cell above still takes, for each column.
    private readonly List<int> _taken = [];
    private readonly List<OpenCell> _cells = [];

    // What the cells of the open row hold, one behind the other.
    private readonly List<Paragraph> _content = [];
    private List<int> _columnsAbove = [];
    private List<int> _columns = [];
    private bool _hasTakenColumns;

    public int Number { get; } = number;

    /// <summary>The rows, and what rows that are none held.</summary>
    public List<Paragraph> Paragraphs { get; } = [];

    public bool IsRowOpen { get; private set; }

    public bool IsCellOpen { get; set; }

    /// <summary>A cell of the open row holds a table.</summary>
    public bool HoldsTable { get; set; }

    /// <summary>Of the open row, from 1.</summary>
    public int RowNumber { get; private set; }

    /// <summary>Of the cell that was begun last, from 1.</summary>
    public int CellNumber { get; set; }

    /// <summary>How many columns of the open row are taken.</summary>
    public int Column { get; set; }

    /// <summary>The cells of the open row.</summary>
    public int CellCount => _cells.Count;

    /// <summary>Takes what is added. Text between cells, which a damaged file may hold, stays with the table.</summary>
    public List<Paragraph> Content => IsCellOpen ? _content : Paragraphs;

    /// <summary>There is an open cell without a paragraph.</summary>
    public bool IsCellEmpty => IsCellOpen && _cells[^1].Start == _content.Count;

    /// <summary>The open row is none to a reader of reports.</summary>
    public bool IsLayout => HoldsTable || (_cells.Count == 1 && !_hasTakenColumns) || HasLongCell();

    public void BeginRow()
    {
        IsRowOpen = true;
        RowNumber++;
        CellNumber = 0;
        Column = 0;
    }

    public void EndRow()
    {
        IsRowOpen = false;
        IsCellOpen = false;
        HoldsTable = false;
        _hasTakenColumns = false;
        if (_cells.Count > 0)
        {
            (_columnsAbove, _columns) = (_columns, _columnsAbove);
            _columns.Clear();
        }

        _cells.Clear();
        _content.Clear();
        foreach (ref var rows in CollectionsMarshal.AsSpan(_taken))
        {
            rows = Math.Max(0, rows - 1);
        }
    }

    /// <summary>Takes the columns, from the current one on, that cells above take.</summary>
    public void TakeColumnsOfCellsAbove()
    {
        while (Column < _taken.Count && _taken[Column] > 0)
        {
            Column++;
            _hasTakenColumns = true;
        }
    }

    /// <summary>A cell of the row above, or one that it continues, begins in the column.</summary>
    public bool HasCellAbove(int column) => _columnsAbove.BinarySearch(column) >= 0;

    /// <summary>Begins a cell in the current column.</summary>
    public void BeginCell(int columns, int rows, bool isContinued, Position position)
    {
        _cells.Add(new OpenCell(Column, _content.Count, isContinued, position));
        _columns.Add(Column);
        IsCellOpen = true;
        var first = Column;
        Column += columns;
        for (var column = first; rows > 1 && column < Column; column++)
        {
            while (_taken.Count <= column)
            {
                _taken.Add(0);
            }

            _taken[column] = rows;
        }
    }

    /// <summary>Adds what the cells of the open row hold, without the row.</summary>
    public void FlattenRow()
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            if (!_cells[i].IsContinued)
            {
                Paragraphs.AddRange(CollectionsMarshal.AsSpan(_content)[_cells[i].Start..EndOf(i)]);
            }
        }
    }

    /// <summary>Adds the open row, one cell for each column.</summary>
    public void AddRow()
    {
        var cells = new Piece[Column];
        for (int column = 0, next = 0; column < cells.Length; column++)
        {
            var isFirst = next < _cells.Count && _cells[next].Column == column;
            var cell = _cells[isFirst ? next : Math.Max(0, next - 1)];
            cells[column] = new Piece(isFirst && !cell.IsContinued ? TextOf(next) : string.Empty, cell.Position);
            next += isFirst ? 1 : 0;
        }

        Paragraphs.Add(new Paragraph(Join(cells), cells[0].Position) { Cells = cells });
    }

    private static string Join(Piece[] cells)
    {
        var length = cells.Length - 1;
        foreach (var cell in cells)
        {
            length += cell.Text.Length;
        }

        return string.Create(length, cells, static (text, cells) =>
        {
            foreach (var cell in cells)
            {
                cell.Text.CopyTo(text);
                text = text[cell.Text.Length..];
                if (text.Length > 0)
                {
                    text[0] = '\t';
                    text = text[1..];
                }
            }
        });
    }

    private int EndOf(int cell) => cell + 1 < _cells.Count ? _cells[cell + 1].Start : _content.Count;

    private string TextOf(int cell)
    {
        var content = CollectionsMarshal.AsSpan(_content)[_cells[cell].Start..EndOf(cell)];
        return content.Length switch
        {
            0 => string.Empty,
            1 => content[0].Text,
            _ => string.Join('\n', content.ToArray().Select(part => part.Text)),
        };
    }

    private bool HasLongCell()
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            var length = 0;
            foreach (var part in CollectionsMarshal.AsSpan(_content)[_cells[i].Start..EndOf(i)])
            {
                length += part.Text.Length;
            }

            if (length > LongestCell)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A cell of the open row.</summary>
    /// <param name="Column">Its first column, from 0.</param>
    /// <param name="Start">Where what it holds begins.</param>
    /// <param name="IsContinued">It shows nothing: the cell above goes on.</param>
    /// <param name="Position">Where it stands.</param>
    private readonly record struct OpenCell(int Column, int Start, bool IsContinued, Position Position);
}
