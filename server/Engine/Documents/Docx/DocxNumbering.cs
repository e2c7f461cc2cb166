using System.Xml;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Docx;

/// <summary>A list: a definition, and where it departs from that. [ISO 29500-1] 17.9.15</summary>
internal sealed class DocxList
{
    /// <summary>The number of the definition that the list uses; -1: none.</summary>
    public int Definition { get; set; } = -1;

    /// <summary>Levels of its own. Null: the definition's.</summary>
    public DocxLevel?[] Levels { get; } = new DocxLevel?[DocxNumbering.Levels];

    /// <summary>Where each level begins at the first paragraph of this list. Null: it goes on.</summary>
    public int?[] Starts { get; } = new int?[DocxNumbering.Levels];

    /// <summary>A paragraph of the list has come.</summary>
    public bool HasBegun { get; set; }
}

/// <summary>The lists of a document as its numbering part defines them. [ISO 29500-1] 17.9</summary>
internal sealed class DocxNumbering(XmlNameTable names)
{
    /// <summary>How many levels a list has.</summary>
    public const int Levels = 9;

    // Word itself has room for some thousands of lists.
    private const int MostLists = 20_000;

    private readonly Dictionary<int, Definition> _definitions = [];
    private readonly Dictionary<int, DocxList> _lists = [];
    private readonly DocxNamespaces _spaces = new(names);

    // What the elements that come belong to.
    private Definition? _definition;
    private DocxList? _list;
    private DocxLevel? _level;
    private int _override;

    /// <summary>Reads the part, if there is one.</summary>
    public static DocxNumbering Read(Package package, string? part)
    {
        var numbering = new DocxNumbering(package.XmlNames);
        if (part is null)
        {
            return numbering;
        }

        using var xml = package.OpenXml(part);
        while (xml.ReadElement())
        {
            if (xml.Depth == 0)
            {
                numbering._spaces.Choose(xml.Reader.NamespaceURI);
            }
            else if (ReferenceEquals(xml.Reader.NamespaceURI, numbering._spaces.Main))
            {
                numbering.ReadElement(xml);
            }
        }

        return numbering;
    }

    /// <summary>The list with that number. Null: it is not defined.</summary>
    public DocxList? Of(int id) => _lists.GetValueOrDefault(id);

    /// <summary>The key by which the list counts. Lists with the same key continue each other's numbers.</summary>
    /// <param name="list">The list.</param>
    /// <param name="styles">A definition may point to the list of a style.</param>
    public int KeyOf(DocxList list, DocxStyles styles) =>
        _definitions.GetValueOrDefault(list.Definition)?.Style is { } style
            && styles.Of(style).List is { } id && Of(id) is { } other
            ? other.Definition
            : list.Definition;

    /// <summary>The levels of lists with that key, as far as they are defined.</summary>
    public DocxLevel?[] LevelsOf(int key) => _definitions.GetValueOrDefault(key)?.Levels ?? new DocxLevel?[Levels];

    private void ReadElement(PartXml xml)
    {
        UnreadableException.ThrowIfTooLarge(_definitions.Count > MostLists || _lists.Count > MostLists);

        var space = _spaces.Main;
        switch (xml.Reader.LocalName)
        {
            case "abstractNum":
                (_definition, _list, _level) = (new Definition(), null, null);
                _definitions[xml.Number("abstractNumId", space) ?? -1] = _definition;
                break;
            case "num":
                (_definition, _list, _level) = (null, new DocxList(), null);
                _lists[xml.Number("numId", space) ?? -1] = _list;
                break;
            case "abstractNumId" when _list is not null:
                _list.Definition = xml.Number("val", space) ?? -1;
                break;
            case "numStyleLink" when _definition is not null:
                _definition.Style = xml.Text("val", space);
                break;
            case "lvlOverride":
                _override = xml.Number("ilvl", space) ?? 0;
                break;
            case "startOverride" when _list is not null && _override is >= 0 and < Levels:
                _list.Starts[_override] = xml.Number("val", space);
                break;
            case "lvl":
                BeginLevel(xml.Number("ilvl", space) ?? 0);
                break;
            case "pPr" or "rPr":
                xml.Skip();
                break;
            case var _ when _level is not null:
                ReadProperty(xml, space, _level);
                break;
            default:
                break;
        }
    }

    private void BeginLevel(int number)
    {
        _level = new DocxLevel();
        if (number is >= 0 and < Levels && (_definition?.Levels ?? _list?.Levels) is { } levels)
        {
            levels[number] = _level;
        }
    }

    private static void ReadProperty(PartXml xml, string space, DocxLevel level)
    {
        switch (xml.Reader.LocalName)
        {
            case "start":
                level.Start = xml.Number("val", space) ?? 1;
                break;
            case "numFmt":
                level.Format = xml.Text("val", space) ?? "decimal";
                break;
            case "lvlText":
                level.Text = xml.Text("val", space) ?? string.Empty;
                break;
            case "suff":
                level.Suffix = xml.Text("val", space) ?? "tab";
                break;
            case "isLgl":
                level.IsLegal = xml.IsOn(space);
                break;
            case "lvlRestart":
                level.RestartsAfter = xml.Number("val", space);
                break;
            default:
                break;
        }
    }

    private sealed class Definition
    {
        public DocxLevel?[] Levels { get; } = new DocxLevel?[DocxNumbering.Levels];

        /// <summary>The list of this style defines the levels.</summary>
        public string? Style { get; set; }
    }
}
