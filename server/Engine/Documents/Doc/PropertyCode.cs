namespace Validation.Engine.Documents.Doc;

/// <summary>The codes of the changes of properties that are read, with their names in [MS-DOC] 2.6.</summary>
internal static class PropertyCode
{
    // Of characters, 2.6.1.
    public const int Deleted = 0x0800; // sprmCFRMarkDel: while changes were recorded
    public const int FieldHidden = 0x0802; // sprmCFFldVanish: a part of a field
    public const int AlwaysHidden = 0x0818; // sprmCFSpecVanish: a paragraph mark that is never shown
    public const int Struck = 0x0837; // sprmCFStrike
    public const int StruckTwice = 0x2A53; // sprmCFDStrike
    public const int Raised = 0x2A48; // sprmCIss: raised or lowered
    public const int Hidden = 0x083C; // sprmCFVanish
    public const int CharacterStyle = 0x4A30; // sprmCIstd
    public const int Special = 0x0855; // sprmCFSpec: a character with a special meaning
    public const int Symbol = 0x6A09; // sprmCSymbol: a character of a font of symbols

    // Of paragraphs, 2.6.2.
    public const int ParagraphStyle = 0x4600; // sprmPIstd
    public const int ListLevel = 0x260A; // sprmPIlvl
    public const int ListUse = 0x460B; // sprmPIlfo
    public const int InTable = 0x2416; // sprmPFInTable
    public const int RowEnd = 0x2417; // sprmPFTtp: the mark that ends a row
    public const int Depth = 0x6649; // sprmPItap: how deep in tables
    public const int DepthChange = 0x664A; // sprmPDtap: how much deeper
    public const int InnerCellEnd = 0x244B; // sprmPFInnerTableCell: a paragraph mark that ends a cell of a table in a table
    public const int InnerRowEnd = 0x244C; // sprmPFInnerTtp: one that ends a row of such a table
    public const int HugeOf97 = 0x6645; // sprmPHugePapx as Word 97 wrote it: all properties stand in the Data stream
    public const int Huge = 0x6646; // sprmPHugePapx
    public const int TableProperties = 0x646B; // sprmPTableProps: the properties of the row stand in the Data stream
    public const int TabStops = 0xC615; // sprmPChgTabs, whose length may be written in another way

    // Of rows, 2.6.3.
    public const int Cells = 0xD608; // sprmTDefTable
    public const int InsertCells = 0x7621; // sprmTInsert
    public const int DeleteCells = 0x5622; // sprmTDelete
    public const int CellWidth = 0x7623; // sprmTDxaCol
    public const int MergeCells = 0x5624; // sprmTMerge
    public const int SplitCells = 0x5625; // sprmTSplit
    public const int MergeDown = 0xD62B; // sprmTVertMerge
}
