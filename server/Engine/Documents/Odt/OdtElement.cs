namespace Validation.Engine.Documents.Odt;

/// <summary>The elements of an odt that matter to its text. [OpenDocument 1.3] part 3</summary>
internal enum OdtElement
{
    Other, // Any other: what it holds is read.
    Ignored, // Nothing that it holds is read.
    Picture, // A picture; nothing that it holds is read.
    Paragraph,
    Heading,
    Span,
    Spaces,
    Tab,
    LineBreak,
    Section,
    HiddenText,
    List,
    ListItem,
    ListHeader,
    Drawing,
    Table,
    Row,
    Cell,
}

/// <summary>Tells elements by their names.</summary>
internal static class OdtElements
{
    public const string TextSpace = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public const string TableSpace = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public const string OfficeSpace = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string DrawSpace = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    private const string SvgSpace = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";

    public static OdtElement Of(string space, string name) => space switch
    {
        TextSpace => OfText(name),
        TableSpace => OfTable(name),
        DrawSpace => name switch
        {
            "image" => OdtElement.Picture,
            "object" or "object-ole" or "glue-point" => OdtElement.Ignored,
            _ => OdtElement.Drawing,
        },
        SvgSpace => OdtElement.Ignored,
        OfficeSpace when name is "annotation" or "forms" or "scripts" or "binary-data" or "event-listeners" or "meta" or "settings"
            or "styles" or "master-styles" or "font-face-decls" => OdtElement.Ignored,
        _ => OdtElement.Other,
    };

    private static OdtElement OfText(string name) => name switch
    {
        "p" => OdtElement.Paragraph,
        "h" => OdtElement.Heading,
        "span" => OdtElement.Span,
        "s" => OdtElement.Spaces,
        "tab" => OdtElement.Tab,
        "line-break" => OdtElement.LineBreak,
        "section" => OdtElement.Section,
        "hidden-text" or "hidden-paragraph" => OdtElement.HiddenText,
        "list" => OdtElement.List,
        "list-item" => OdtElement.ListItem,
        "list-header" => OdtElement.ListHeader,

        // What was deleted, notes, phonetic guides, declarations and sources of indexes.
        "tracked-changes" or "note" or "ruby-text" or "script" or "sequence-decls" or "variable-decls" or "user-field-decls"
            or "dde-connection-decls" or "table-of-content-source" or "illustration-index-source" or "table-index-source"
            or "object-index-source" or "user-index-source" or "alphabetical-index-source" or "bibliography-source" => OdtElement.Ignored,
        _ => OdtElement.Other,
    };

    private static OdtElement OfTable(string name) => name switch
    {
        "table" => OdtElement.Table,
        "table-row" => OdtElement.Row,
        "table-cell" => OdtElement.Cell,

        // The cells that span them take their columns.
        "covered-table-cell" or "table-column" or "table-columns" or "table-source" or "title" or "desc" => OdtElement.Ignored,
        _ => OdtElement.Other,
    };
}
