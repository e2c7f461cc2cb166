namespace Validation.Engine.Documents.Doc;

/// <summary>The places of the parts that are read among the pairs of [MS-DOC] 2.5.6 FibRgFcLcb97.</summary>
internal static class PartIndex
{
    public const int Styles = 1; // 2.9.271 STSH
    public const int Sections = 6; // 2.8.26 PlcfSed
    public const int CharacterPages = 12; // 2.8.5 PlcBteChpx
    public const int ParagraphPages = 13; // 2.8.6 PlcBtePapx
    public const int Pieces = 33; // 2.9.38 Clx
    public const int Shapes = 40; // 2.8.37 PlcfSpa
    public const int TextBoxes = 56; // 2.8.32 PlcftxbxTxt
    public const int Lists = 73; // 2.9.203 PlfLst
    public const int ListUses = 74; // 2.9.202 PlfLfo

    /// <summary>How many are read at most.</summary>
    public const int Count = 75;
}
