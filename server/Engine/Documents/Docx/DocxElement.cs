namespace Validation.Engine.Documents.Docx;

/// <summary>The elements of a docx that matter to its text. [ISO 29500-1] 17</summary>
internal enum DocxElement
{
    Other, // Any other element: its content is read.
    Ignored, // An element whose content is not read.
    Paragraph,
    ParagraphProperties,
    Run,
    RunProperties,
    Text,
    Tab,
    Break,
    CarriageReturn,
    NoBreakHyphen,
    Symbol,
    FieldCharacter,
    TextBox,
    Drawing, // A picture, a shape or an embedded object. What it holds is read.
    Table,
    Row,
    RowProperties,
    Cell,
    CellProperties,
    Alternatives,
    Choice,
    OtherFile, // A part in another format, or another file, whose text belongs in this place.
}

/// <summary>Tells elements by their names.</summary>
internal static class DocxElements
{
    /// <summary>An element of the main namespace.</summary>
    public static DocxElement Of(string name) => name switch
    {
        "t" => DocxElement.Text,
        "r" => DocxElement.Run,
        "p" => DocxElement.Paragraph,
        "rPr" => DocxElement.RunProperties,
        "pPr" => DocxElement.ParagraphProperties,
        "tc" => DocxElement.Cell,
        "tcPr" => DocxElement.CellProperties,
        "tr" => DocxElement.Row,
        "trPr" => DocxElement.RowProperties,
        "tbl" => DocxElement.Table,
        "tab" or "ptab" => DocxElement.Tab,
        "br" => DocxElement.Break,
        "cr" => DocxElement.CarriageReturn,
        "noBreakHyphen" => DocxElement.NoBreakHyphen,
        "sym" => DocxElement.Symbol,
        "fldChar" => DocxElement.FieldCharacter,
        "txbxContent" => DocxElement.TextBox,
        "drawing" or "pict" or "object" => DocxElement.Drawing,
        "altChunk" or "subDoc" => DocxElement.OtherFile,

        // Properties, what was deleted or moved away, instructions of fields, phonetic guides.
        "tblPr" or "tblPrEx" or "tblGrid" or "sectPr" or "sdtPr" or "sdtEndPr" or "customXmlPr" or "smartTagPr" or "rubyPr" or "rt"
            or "del" or "moveFrom" or "delText" or "instrText" or "delInstrText" or "fldData" or "ffData" => DocxElement.Ignored,
        _ => DocxElement.Other,
    };

    /// <summary>An element of the namespace for markup that not every program knows. [ISO 29500-3] 7</summary>
    public static DocxElement OfCompatibility(string name) => name switch
    {
        "AlternateContent" => DocxElement.Alternatives,
        "Choice" or "Fallback" => DocxElement.Choice,
        _ => DocxElement.Other,
    };
}
