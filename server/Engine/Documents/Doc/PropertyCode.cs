namespace Validation.Engine.Documents.Doc;

/// <summary>The changes of properties that are read, [MS-DOC] 2.6.</summary>
internal static class PropertyCode
{
    /// <summary>sprmCFRMarkDel: deleted while changes were recorded.</summary>
    public const int Deleted = 0x0800;

    /// <summary>sprmCFFldVanish: a part of a field that is not shown.</summary>
    public const int FieldHidden = 0x0802;

    /// <summary>sprmCFSpecVanish: a paragraph mark that is never shown.</summary>
    public const int AlwaysHidden = 0x0818;

    /// <summary>sprmCFStrike: struck out.</summary>
    public const int Struck = 0x0837;

    /// <summary>sprmCFDStrike: struck out with two lines.</summary>
    public const int StruckTwice = 0x2A53;

    /// <summary>sprmCIss: raised or lowered.</summary>
    public const int Raised = 0x2A48;

    /// <summary>sprmCFVanish.</summary>
    public const int Hidden = 0x083C;

    /// <summary>sprmCIstd: the style of characters.</summary>
    public const int CharacterStyle = 0x4A30;

    /// <summary>sprmCFSpec: a character with a special meaning.</summary>
    public const int Special = 0x0855;

    /// <summary>sprmCSymbol: a character of a font of symbols.</summary>
    public const int Symbol = 0x6A09;

    /// <summary>sprmPIstd: the style of a paragraph.</summary>
    public const int ParagraphStyle = 0x4600;

    /// <summary>sprmPIlvl.</summary>
    public const int ListLevel = 0x260A;

    /// <summary>sprmPIlfo.</summary>
    public const int ListUse = 0x460B;

    /// <summary>sprmPFInTable.</summary>
    public const int InTable = 0x2416;

    /// <summary>sprmPFTtp: the mark that ends a row.</summary>
    public const int RowEnd = 0x2417;

    /// <summary>sprmPItap: the depth of tables.</summary>
    public const int Depth = 0x6649;

    /// <summary>sprmPDtap: a change of that depth.</summary>
    public const int DepthChange = 0x664A;

    /// <summary>sprmPFInnerTableCell: a paragraph mark that ends a cell of a table in a table.</summary>
    public const int InnerCellEnd = 0x244B;

    /// <summary>sprmPFInnerTtp: a paragraph mark that ends a row of a table in a table.</summary>
    public const int InnerRowEnd = 0x244C;

    /// <summary>sprmPHugePapx as Word 97 wrote it: all properties stand in the Data stream.</summary>
    public const int HugeOf97 = 0x6645;

    /// <summary>sprmPHugePapx.</summary>
    public const int Huge = 0x6646;

    /// <summary>sprmPTableProps: the properties of the row stand in the Data stream.</summary>
    public const int TableProperties = 0x646B;

    /// <summary>sprmPChgTabs, whose length may be written in another way.</summary>
    public const int TabStops = 0xC615;

    /// <summary>sprmTDefTable: the row's cells.</summary>
    public const int Cells = 0xD608;

    /// <summary>sprmTInsert.</summary>
    public const int InsertCells = 0x7621;

    /// <summary>sprmTDelete.</summary>
    public const int DeleteCells = 0x5622;

    /// <summary>sprmTDxaCol: the width of cells.</summary>
    public const int CellWidth = 0x7623;

    /// <summary>sprmTMerge.</summary>
    public const int MergeCells = 0x5624;

    /// <summary>sprmTSplit.</summary>
    public const int SplitCells = 0x5625;

    /// <summary>sprmTVertMerge.</summary>
    public const int MergeDown = 0xD62B;
}
