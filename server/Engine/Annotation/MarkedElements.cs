using Validation.Engine.Documents.Docx;

namespace Validation.Engine.Annotation;

/// <summary>Tells the elements that matter to marks by their names.</summary>
internal static class MarkedElements
{
    /// <summary>The element with that name; names are compared by reference where the reader gives them so.</summary>
    public static MarkedElement Of(string space, string name, DocxNamespaces spaces) => !ReferenceEquals(space, spaces.Main)
        ? MarkedElement.Other
        : name switch
        {
            "p" => MarkedElement.Paragraph,
            "pPr" => MarkedElement.ParagraphProperties,
            "r" => MarkedElement.Run,
            "rPr" => MarkedElement.RunProperties,
            "rPrChange" => MarkedElement.RunPropertiesChange,
            "t" => MarkedElement.Text,
            "tc" => MarkedElement.Cell,

            // What is inserted or moved here, links, and groups of runs.
            "ins" or "moveTo" or "hyperlink" or "smartTag" or "customXml" or "sdt" or "sdtContent" or "dir" or "bdo"
                => MarkedElement.Container,
            _ => MarkedElement.Other,
        };
}
