using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Doc;

/// <summary>What is read of a paragraph's properties.</summary>
internal sealed class ParagraphProperties
{
    private RowDefinition? _row;
    private bool _isInTable;
    private int? _depth;

    /// <summary>The number of the paragraph's style.</summary>
    public int Style { get; set; }

    /// <summary>How deep in tables it stands; 0: in none.</summary>
    public int Depth => _depth ?? (_isInTable ? 1 : 0);

    /// <summary>True: the paragraph is the mark that ends a row.</summary>
    public bool IsRowEnd { get; private set; }

    /// <summary>True: the paragraph ends a cell of a table in a table.</summary>
    public bool IsInnerCellEnd { get; private set; }

    /// <summary>True: the paragraph ends a row of a table in a table.</summary>
    public bool IsInnerRowEnd { get; private set; }

    /// <summary>The list that numbers the paragraph, from 1; 0: none. Null: the list of its style.</summary>
    public int? ListUse { get; private set; }

    /// <summary>The level in the list. Null: the level of its style.</summary>
    public int? ListLevel { get; private set; }

    /// <summary>The cells of the row that the paragraph ends; null: nothing defines them.</summary>
    public RowShape? RowShape => _row?.ToShape();

    /// <summary>Sets the properties to those of a paragraph of which the file says nothing.</summary>
    public void Reset()
    {
        (_row, _isInTable, _depth, Style) = (null, false, null, 0);
        (IsRowEnd, IsInnerCellEnd, IsInnerRowEnd, ListUse, ListLevel) = (false, false, false, null, null);
    }

    /// <summary>
    /// Applies changes. Those that stand in the Data stream are found there, of the paragraph and of its row once each: they refer to no
    /// others.
    /// </summary>
    public void Apply(ReadOnlySpan<byte> bytes, WordFile? file)
    {
        var (isFound, isRowFound) = (false, false);
        var changes = new PropertyChanges(bytes);
        while (changes.Next())
        {
            switch (changes.Code)
            {
                case PropertyCode.Huge or PropertyCode.HugeOf97 when !isFound:
                    isFound = true;
                    ApplyFromData(file, changes.Int32);
                    break;
                case PropertyCode.TableProperties when !isRowFound:
                    isRowFound = true;
                    ApplyFromData(file, changes.Int32);
                    break;
                default:
                    Apply(changes);
                    break;
            }
        }
    }

    // [MS-DOC] 2.9.209 PrcData: a length, then the changes.
    private void ApplyFromData(WordFile? file, int offset)
    {
        var data = file is null ? default : file.Data.Span;
        var length = Raw.Int16(data, offset);
        var changes = new PropertyChanges(Raw.Part(data, offset + 2L, length));
        while (changes.Next())
        {
            Apply(changes);
        }
    }

    private void Apply(PropertyChanges change)
    {
        switch (change.Code)
        {
            case PropertyCode.ParagraphStyle:
                Style = change.UInt16;
                break;
            case PropertyCode.InTable:
                _isInTable = change.Byte != 0;
                break;
            case PropertyCode.RowEnd:
                IsRowEnd = change.Byte != 0;
                break;
            case PropertyCode.Depth:
                _depth = Math.Max(0, change.Int32);
                break;
            case PropertyCode.DepthChange:
                _depth = (int)Math.Clamp((long)Depth + change.Int32, 0, int.MaxValue);
                break;
            case PropertyCode.InnerCellEnd:
                IsInnerCellEnd = change.Byte != 0;
                break;
            case PropertyCode.InnerRowEnd:
                IsInnerRowEnd = change.Byte != 0;
                break;
            case PropertyCode.ListUse:
                ListUse = change.UInt16;
                break;
            case PropertyCode.ListLevel:
                ListLevel = change.Byte;
                break;
            case PropertyCode.Cells or PropertyCode.InsertCells or PropertyCode.DeleteCells or PropertyCode.CellWidth
                or PropertyCode.MergeCells or PropertyCode.SplitCells or PropertyCode.MergeDown:
                _row ??= new RowDefinition();
                _row.Apply(change);
                break;
            default:
                break;
        }
    }
}
