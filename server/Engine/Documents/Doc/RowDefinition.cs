using System.Buffers.Binary;
using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Doc;

/// <summary>The cells of a row, as the changes at its end define them, [MS-DOC] 2.6.3.</summary>
internal sealed class RowDefinition
{
    private const int MostCells = 64;
    private const int CellLength = 20;

    // The layout of a cell's flags, [MS-DOC] 2.9.317 TCGRF.
    private const int AcrossMask = 0x03;
    private const int DownShift = 5;
    private const int DownMask = 0x03;
    private const int DownContinued = 1;

    private readonly List<Cell> _cells = [];
    private int _start;

    /// <summary>Applies a change of the row's cells; others are left alone.</summary>
    /// <exception cref="UnreadableException">The row would have more cells than there can be.</exception>
    public void Apply(PropertyChanges change)
    {
        var operand = change.Operand;
        switch (change.Code)
        {
            case PropertyCode.Cells:
                Define(operand);
                break;
            case PropertyCode.InsertCells when operand.Length >= 4:
                Insert(operand[0], operand[1], BinaryPrimitives.ReadInt16LittleEndian(operand[2..]));
                break;
            case PropertyCode.DeleteCells when operand.Length >= 2 && operand[0] < operand[1] && operand[1] <= _cells.Count:
                _cells.RemoveRange(operand[0], operand[1] - operand[0]);
                break;
            case PropertyCode.CellWidth when operand.Length >= 4:
                var width = BinaryPrimitives.ReadInt16LittleEndian(operand[2..]);
                Change(operand[0], operand[1], (cell, _) => cell with { Width = width });
                break;
            case PropertyCode.MergeCells when operand.Length >= 2:
                Change(operand[0], operand[1], static (cell, isFirst) => cell with { IsMerged = !isFirst });
                break;
            case PropertyCode.SplitCells when operand.Length >= 2:
                Change(operand[0], operand[1], static (cell, _) => cell with { IsMerged = false });
                break;
            case PropertyCode.MergeDown when operand.Length >= 2:
                var isContinued = operand[1] == DownContinued;
                Change(operand[0], operand[0] + 1, (cell, _) => cell with { IsContinued = isContinued });
                break;
            default:
                break;
        }
    }

    /// <summary>The row's shape; null: nothing defined it.</summary>
    public RowShape? ToShape()
    {
        if (_cells.Count == 0)
        {
            return null;
        }

        var shapes = new CellShape[_cells.Count];
        var end = _start;
        for (var i = 0; i < shapes.Length; i++)
        {
            end += _cells[i].Width;
            shapes[i] = new CellShape(end, i > 0 && _cells[i].IsMerged, _cells[i].IsContinued);
        }

        return new RowShape(_start, shapes);
    }

    // [MS-DOC] 2.9.322 TDefTableOperand: the edges, then the flags and borders of the first cells or all of them.
    private void Define(ReadOnlySpan<byte> operand)
    {
        var count = operand.Length > 0 ? operand[0] : 0;
        UnreadableException.ThrowIfDamaged(count > MostCells || operand.Length < 1 + ((count + 1) * 2));

        _cells.Clear();
        _start = BinaryPrimitives.ReadInt16LittleEndian(operand[1..]);
        var flags = operand[(1 + ((count + 1) * 2))..];
        var (edge, first) = (_start, 0);
        for (var i = 0; i < count; i++)
        {
            var end = BinaryPrimitives.ReadInt16LittleEndian(operand[(3 + (i * 2))..]);
            var cell = flags.Length >= 2 ? BinaryPrimitives.ReadUInt16LittleEndian(flags) : 0;
            flags = flags.Length >= CellLength ? flags[CellLength..] : default;

            // Word 97 marks the first of merged cells with 1 and the others with 2; later descriptions say the opposite.
            var across = cell & AcrossMask;
            first = first == 0 ? across : first;
            var isMerged = across != 0 && (first == 1) != (across == 1);
            _cells.Add(new Cell(end - edge, isMerged, ((cell >> DownShift) & DownMask) == DownContinued));
            edge = end;
        }
    }

    private void Insert(int first, int count, int width)
    {
        UnreadableException.ThrowIfDamaged(first + count > MostCells || _cells.Count + count > MostCells);

        while (_cells.Count < first)
        {
            _cells.Add(new Cell(width, false, false));
        }

        _cells.InsertRange(first, Enumerable.Repeat(new Cell(width, false, false), count));
    }

    private void Change(int first, int end, Func<Cell, bool, Cell> change)
    {
        for (var i = first; i < end && i < _cells.Count; i++)
        {
            _cells[i] = change(_cells[i], i == first);
        }
    }

    private readonly record struct Cell(int Width, bool IsMerged, bool IsContinued);
}
