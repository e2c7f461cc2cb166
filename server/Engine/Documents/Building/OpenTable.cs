using System.Runtime.InteropServices;

namespace Validation.Engine.Documents.Building;

/// <summary>A table that a <see cref="DocumentBuilder"/> has not ended yet: what it holds so far, and its open row.</summary>
/// <param name="number">Its number in the document, from 1.</param>
internal sealed class OpenTable(int number)
{
    // A label or a remark fills some lines of a cell; a cell that holds more than this, half a page, is there for the layout.
    private const int LongestCell = 300;

    // The rows that a cell above still takes, for each column.
    private readonly List<int> _taken = [];
    private readonly List<OpenCell> _cells = [];

    // What the cells of the open row hold, one behind the other.
    private readonly List<Block> _content = [];

    // What hangs on the cells of the open row, in its order.
    private readonly List<Box> _boxes = [];
    private int _boxesBefore;
    private int _boxDepth;
    private List<int> _columnsAbove = [];
    private List<int> _columns = [];
    private bool _hasTakenColumns;
    private bool _holdsTable;

    public int Number { get; } = number;

    /// <summary>The rows, and what rows that are none held.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>What hung on cells of the rows, to be read behind them.</summary>
    public List<Block> Behind { get; } = [];

    public bool IsRowOpen { get; private set; }

    public bool IsCellOpen { get; private set; }

    /// <summary>Of the open row, from 1.</summary>
    public int RowNumber { get; private set; }

    /// <summary>Of the cell that was begun last, from 1.</summary>
    public int CellNumber { get; set; }

    /// <summary>How many columns of the open row are taken.</summary>
    public int Column { get; set; }

    public int CellCount => _cells.Count;

    /// <summary>Takes what is added. Text between cells, which a damaged file may hold, stays with the table.</summary>
    public List<Block> Content => !IsCellOpen ? Blocks : _boxDepth > 0 ? _boxes[^1].Content : _content;

    /// <summary>There is an open cell without a paragraph.</summary>
    public bool IsCellEmpty => IsCellOpen && _boxDepth == 0 && _cells[^1].Start == _content.Count;

    /// <summary>The open row lays out the page, and is no row of a table.</summary>
    public bool IsLayout => _holdsTable || (_cells.Count == 1 && !_hasTakenColumns) || (HasCellOfLayout() && !IsRecord());

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
        _holdsTable = false;
        _hasTakenColumns = false;
        if (_cells.Count > 0)
        {
            (_columnsAbove, _columns) = (_columns, _columnsAbove);
            _columns.Clear();
        }

        _cells.Clear();
        _content.Clear();
        _boxes.Clear();
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

    public void BeginCell(int columns, int rows, bool isContinued, Position position)
    {
        _cells.Add(new OpenCell(Column, columns, _content.Count, isContinued, position));
        _columns.Add(Column);
        _boxesBefore = _boxes.Count;
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

    /// <summary>Ends the open cell, if there is one. A cell that shows nothing but boxes holds what they hold.</summary>
    public void EndCell()
    {
        if (!IsCellOpen)
        {
            return;
        }

        IsCellOpen = false;
        _boxDepth = 0;
        if (_boxes.Count == _boxesBefore || !(_cells[^1].IsContinued || KindOf(_cells.Count - 1) == CellKind.Blank))
        {
            return;
        }

        for (var i = _boxesBefore; i < _boxes.Count; i++)
        {
            _content.AddRange(_boxes[i].Content);
            _cells[^1] = _cells[^1] with { HoldsTable = _cells[^1].HoldsTable || _boxes[i].HoldsTable };
        }

        _boxes.RemoveRange(_boxesBefore, _boxes.Count - _boxesBefore);
    }

    /// <summary>Begins what a drawing holds that hangs on the open cell; one inside of another belongs to it.</summary>
    public void BeginBox()
    {
        if (IsCellOpen && _boxDepth++ == 0)
        {
            _boxes.Add(new Box(_cells.Count - 1, _content.Count, [], HoldsTable: false));
        }
    }

    /// <summary>Ends what the drawing holds.</summary>
    public void EndBox() => _boxDepth = Math.Max(0, _boxDepth - 1);

    /// <summary>Adds a table that has ended inside of this one.</summary>
    public void AddTable(List<Block> blocks)
    {
        if (!IsCellOpen)
        {
            _holdsTable = true;
        }
        else if (_boxDepth > 0)
        {
            _boxes[^1] = _boxes[^1] with { HoldsTable = true };
        }
        else
        {
            _cells[^1] = _cells[^1] with { HoldsTable = true };
        }

        Content.AddRange(blocks);
    }

    /// <summary>Adds what the cells of the open row hold, and what hangs on them in its place, without the row.</summary>
    public void FlattenRow()
    {
        for (int i = 0, box = 0; i < _cells.Count; i++)
        {
            var part = _cells[i].Start;
            for (; box < _boxes.Count && _boxes[box].Cell == i; box++)
            {
                Flatten(i, part, _boxes[box].At);
                Blocks.AddRange(_boxes[box].Content);
                part = _boxes[box].At;
            }

            Flatten(i, part, EndOf(i));
        }
    }

    public void AddRow()
    {
        var cells = new TableCell[_cells.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = _cells[i];
            var text = cell.IsContinued ? string.Empty : TextOf(i);
            cells[i] = new TableCell(text, cell.Position, cell.Column, cell.Columns, cell.IsContinued);
        }

        Blocks.Add(new TableRow(Join(cells, Column), cells, Column));
        foreach (var box in _boxes)
        {
            Behind.AddRange(box.Content);
        }
    }

    private void Flatten(int cell, int start, int end)
    {
        if (!_cells[cell].IsContinued)
        {
            Blocks.AddRange(CollectionsMarshal.AsSpan(_content)[start..end]);
        }
    }

    // A tab between any two columns.
    private static string Join(TableCell[] cells, int columns)
    {
        var length = columns - 1;
        foreach (var cell in cells)
        {
            length += cell.Text.Length;
        }

        return string.Create(length, cells, static (text, cells) =>
        {
            var column = 0;
            foreach (var cell in cells)
            {
                text[..(cell.Column - column)].Fill('\t');
                text = text[(cell.Column - column)..];
                cell.Text.CopyTo(text);
                text = text[cell.Text.Length..];
                column = cell.Column;
            }

            text.Fill('\t');
        });
    }

    private ReadOnlySpan<Block> ContentOf(int cell) => CollectionsMarshal.AsSpan(_content)[_cells[cell].Start..EndOf(cell)];

    private int EndOf(int cell) => cell + 1 < _cells.Count ? _cells[cell + 1].Start : _content.Count;

    private string TextOf(int cell)
    {
        var content = ContentOf(cell);
        return content.Length switch
        {
            0 => string.Empty,
            1 => content[0].Text,
            _ => string.Join('\n', content.ToArray().Select(part => part.Text)),
        };
    }

    // A cell that is there for the layout, as it seems: it holds long prose, or a table.
    private bool HasCellOfLayout()
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            if (_cells[i].HoldsTable || IsLong(i))
            {
                return true;
            }
        }

        return false;
    }

    // A number behind a label makes a row of a table, whatever stands in the remarks beside it; but not beside whole articles with tables.
    private bool IsRecord()
    {
        var (isBehindLabel, hasNumber) = (_hasTakenColumns, false);
        for (var i = 0; i < _cells.Count; i++)
        {
            if (_cells[i].HoldsTable && IsLong(i))
            {
                return false;
            }

            // A label in a table of its own is a label; rows are no part of a row.
            if (_cells[i].HoldsTable && HoldsRow(i))
            {
                continue;
            }

            var kind = _cells[i].IsContinued ? CellKind.Text : KindOf(i);
            isBehindLabel |= kind == CellKind.Text;
            hasNumber |= kind == CellKind.Number && isBehindLabel;
        }

        return hasNumber;
    }

    private bool HoldsRow(int cell) =>
        _content.FindIndex(_cells[cell].Start, EndOf(cell) - _cells[cell].Start, part => part is TableRow) >= 0;

    private bool IsLong(int cell)
    {
        var length = 0;
        foreach (var part in ContentOf(cell))
        {
            length += part.Text.Length;
        }

        return length > LongestCell;
    }

    private CellKind KindOf(int cell)
    {
        var kind = CellKind.Blank;
        foreach (var part in ContentOf(cell))
        {
            foreach (var character in part.Text)
            {
                if (char.IsDigit(character))
                {
                    kind = CellKind.Number;
                }
                else if (!char.IsWhiteSpace(character) && !(kind == CellKind.Number && character is ('.' or ',' or '．' or '，')))
                {
                    return CellKind.Text;
                }
            }
        }

        return kind;
    }

    private enum CellKind
    {
        Blank,
        Number,
        Text,
    }

    /// <summary>A cell of the open row.</summary>
    /// <param name="Column">Its first column, from 0.</param>
    /// <param name="Columns">How many columns it spans.</param>
    /// <param name="Start">Where what it holds begins.</param>
    /// <param name="IsContinued">It shows nothing: the cell above goes on.</param>
    /// <param name="Position">Where it stands.</param>
    /// <param name="HoldsTable">It holds a table.</param>
    private readonly record struct OpenCell(
        int Column, int Columns, int Start, bool IsContinued, Position Position, bool HoldsTable = false);

    /// <summary>What a drawing holds.</summary>
    /// <param name="Cell">The cell that it hangs on.</param>
    /// <param name="At">How much of the row's content comes before it.</param>
    /// <param name="Content">The paragraphs, and the rows of its tables.</param>
    /// <param name="HoldsTable">It holds a table.</param>
    private readonly record struct Box(int Cell, int At, List<Block> Content, bool HoldsTable);
}
