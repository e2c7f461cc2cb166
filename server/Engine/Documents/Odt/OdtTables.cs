using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Odt;

/// <summary>
/// Passes the tables of an odt on. A row or cell may stand for many equal ones; those that are empty at the end of a row, as spreadsheets
/// have them by the thousand, are left out.
/// </summary>
internal sealed class OdtTables(StepTape tape, EngineLimits limits)
{
    private const int MostEmptyCells = 100;

    private readonly Stack<Repeated> _rows = new();
    private readonly Stack<Repeated> _cells = new();

    // The empty cells that no other cell has followed so far, for each open row.
    private readonly Stack<int> _empty = new();

    /// <summary>Takes what is read.</summary>
    public StepTape Tape => tape;

    /// <summary>Begins a row, which may stand for several like it.</summary>
    /// <param name="times">How many rows it stands for.</param>
    public void BeginRow(int times)
    {
        _rows.Push(Begin(times, default));
        _empty.Push(0);
        tape.Add(new Step(StepKind.RowStart));
    }

    /// <summary>Ends the row that was begun last.</summary>
    public void EndRow()
    {
        var row = _rows.Pop();
        if (_empty.Pop() is <= MostEmptyCells and var empty)
        {
            AddEmptyCells(empty);
        }

        tape.Add(new Step(StepKind.RowEnd));
        if (row.Steps is { } steps)
        {
            tape.Release();
            for (var times = HasText(steps) ? row.Times : 1; times > 0; times--)
            {
                tape.AddRange(steps);
            }
        }
    }

    /// <summary>Begins a cell, which may span columns and rows and stand for several like it.</summary>
    /// <param name="columns">How many columns it spans.</param>
    /// <param name="rows">How many rows it spans.</param>
    /// <param name="times">How many cells it stands for.</param>
    public void BeginCell(int columns, int rows, int times)
    {
        var cell = Begin(times, new Step(StepKind.CellStart, Columns: columns, Rows: rows));
        _cells.Push(cell);
        if (cell.Steps is null)
        {
            AddWaitingCells();
            tape.Add(cell.Start);
        }
    }

    /// <summary>Ends the cell that was begun last.</summary>
    public void EndCell()
    {
        var cell = _cells.Pop();
        if (cell.Steps is not { } steps)
        {
            return;
        }

        tape.Release();
        if (!HasText(steps) && cell.Start is { Columns: 1, Rows: 1 } && _empty.TryPop(out var empty))
        {
            _empty.Push((int)Math.Min((long)empty + cell.Times, int.MaxValue));
            return;
        }

        AddWaitingCells();
        for (var times = cell.Times; times > 0; times--)
        {
            tape.Add(cell.Start);
            tape.AddRange(steps);
        }
    }

    // What stands for many is kept until it is known.
    private Repeated Begin(int times, Step start)
    {
        var repeated = new Repeated(times, start, times > 1 ? [] : null);
        if (repeated.Steps is { } steps)
        {
            tape.Keep(steps);
        }

        return repeated;
    }

    private void AddWaitingCells()
    {
        if (_empty.TryPop(out var empty))
        {
            // No table may be so wide.
            AddEmptyCells(empty > limits.TableColumns ? throw UnreadableException.TooLarge() : empty);
            _empty.Push(0);
        }
    }

    private void AddEmptyCells(int cells)
    {
        for (; cells > 0; cells--)
        {
            tape.Add(new Step(StepKind.CellStart));
        }
    }

    private static bool HasText(List<Step> steps) =>
        steps.Exists(step => step.Kind == StepKind.Paragraph && !string.IsNullOrWhiteSpace(step.Text));

    /// <summary>A row or cell that is open.</summary>
    /// <param name="Times">How many it stands for.</param>
    /// <param name="Start">What begins it; cells only.</param>
    /// <param name="Steps">What it holds. Null: it stands for itself, and what it holds was passed on.</param>
    private readonly record struct Repeated(int Times, Step Start, List<Step>? Steps);
}
