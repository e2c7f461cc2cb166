using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Docx;

/// <summary>What a style says of the text that a reader sees.</summary>
internal sealed class DocxStyle
{
    public string? Base { get; set; }

    /// <summary>Its list. Null: that of its base; 0: none.</summary>
    public int? List { get; set; }

    public int? Level { get; set; }

    /// <summary>How its text is to be seen.</summary>
    public TextLook Look { get; set; }

    /// <summary>The same with what those styles say that it builds on. Null: nobody has asked yet.</summary>
    public DocxStyle? Resolved { get; set; }
}

/// <summary>The styles of a document, as far as they number paragraphs, or hide, strike or raise text. [ISO 29500-1] 17.7</summary>
internal sealed class DocxStyles
{
    // The styles of word processors have at most ten others below them.
    private const int MostBases = 50;

    // Word itself has room for some thousands.
    private const int MostStyles = 20_000;

    private static readonly DocxStyle None = new();

    private readonly Dictionary<string, DocxStyle> _styles = new(StringComparer.Ordinal);
    private string? _default;

    /// <summary>False: no style numbers paragraphs, nor hides, strikes or raises text.</summary>
    public bool IsRelevant { get; private set; }

    /// <summary>Reads the part, if there is one.</summary>
    public static DocxStyles Read(Package package, string? part, DocxNamespaces spaces)
    {
        var styles = new DocxStyles();
        if (part is null)
        {
            return styles;
        }

        // Few documents do any of this by styles, and the part is often longer than the text, so that it is searched before it is parsed.
        var content = package.Read(part);
        var isUtf8 = content is [(byte)'<', not 0, ..] or [0xEF, ..];
        styles.IsRelevant = !isUtf8 || content.AsSpan().IndexOf("vanish"u8) >= 0 || content.AsSpan().IndexOf("numId"u8) >= 0
            || content.AsSpan().IndexOf("strike"u8) >= 0 || content.AsSpan().IndexOf("vertAlign"u8) >= 0;
        if (styles.IsRelevant)
        {
            using var xml = package.OpenXml(content);
            styles.Read(xml, spaces);
        }

        return styles;
    }

    /// <summary>What a style says, those that it builds on included.</summary>
    /// <param name="id">Its id. Null: the style of paragraphs that have none.</param>
    public DocxStyle Of(string? id)
    {
        id ??= _default;
        return id is not null && _styles.TryGetValue(id, out var style) ? style.Resolved ??= Resolve(style) : None;
    }

    private DocxStyle Resolve(DocxStyle style)
    {
        var resolved = new DocxStyle();
        var below = style;
        for (var steps = 0; below is not null && steps < MostBases; steps++)
        {
            resolved.Level ??= resolved.List is null ? below.Level : null;
            resolved.List ??= below.List;
            resolved.Look = resolved.Look.Over(below.Look);
            below = below.Base is null ? null : _styles.GetValueOrDefault(below.Base);
        }

        return resolved;
    }

    private void Read(PartXml xml, DocxNamespaces spaces)
    {
        DocxStyle? style = null;
        while (xml.ReadElement())
        {
            var space = xml.Reader.NamespaceURI;
            if (xml.Depth == 0 ? !spaces.Choose(space) : !ReferenceEquals(space, spaces.Main))
            {
                continue;
            }

            if (xml.Reader.LocalName == "style")
            {
                style = ReadStyle(xml, spaces.Main);
            }
            else if (style is not null)
            {
                ReadProperty(xml, spaces.Main, style);
            }
        }
    }

    private DocxStyle ReadStyle(PartXml xml, string space)
    {
        var style = new DocxStyle();
        if (xml.Text("styleId", space) is { } id)
        {
            _styles.TryAdd(id, style);
            UnreadableException.ThrowIfTooLarge(_styles.Count > MostStyles);

            if (xml.Text("type", space) == "paragraph" && xml.Text("default", space) is not (null or "0" or "false" or "off"))
            {
                _default ??= id;
            }
        }

        return style;
    }

    private static void ReadProperty(PartXml xml, string space, DocxStyle style)
    {
        switch (xml.Reader.LocalName)
        {
            case "basedOn":
                style.Base = xml.Text("val", space);
                break;
            case "numId":
                style.List = xml.Number("val", space);
                break;
            case "ilvl":
                style.Level = xml.Number("val", space);
                break;
            case "pPrChange" or "rPrChange" or "tblStylePr" or "tblPr" or "trPr" or "tcPr":
                xml.Skip();
                break;
            default:
                style.Look = style.Look.With(xml, space);
                break;
        }
    }
}
