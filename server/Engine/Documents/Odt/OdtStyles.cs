using System.Globalization;
using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Odt;

/// <summary>
/// The styles of a document, as far as they number paragraphs, or hide, strike or raise text. [OpenDocument 1.3] part 3, 16
/// </summary>
internal sealed class OdtStyles
{
    /// <summary>How many levels a list has.</summary>
    public const int Levels = 10;

    private const string StyleSpace = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private const string ExtensionSpace = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0";

    // Styles build on others; none of a word processor has more than ten below it.
    private const int MostBases = 50;

    // An odt has a style of its own for every format that was set by hand.
    private const int MostStyles = 200_000;
    private const int MostLists = 20_000;

    private readonly Dictionary<(string Family, string Name), Style> _styles = [];
    private readonly Dictionary<string, OdtLevel?[]> _lists = new(StringComparer.Ordinal);
    private Style? _style;
    private OdtLevel?[]? _levels;

    /// <summary>The levels that number headings. Null: there are none.</summary>
    public OdtLevel?[]? Outline { get; private set; }

    /// <summary>The levels of a style of lists. Null: there is no such style.</summary>
    public OdtLevel?[]? ListOf(string? name) => name is null ? null : _lists.GetValueOrDefault(name);

    /// <summary>How the text of a style is to be seen.</summary>
    /// <param name="family">"paragraph" or "text".</param>
    /// <param name="name">The style. Null: none.</param>
    public TextLook LookOf(string family, string? name)
    {
        var look = default(TextLook);
        var steps = 0;
        while (name is not null && steps++ < MostBases && _styles.TryGetValue((family, name), out var style))
        {
            look = look.Over(style.Look);
            name = style.Base;
        }

        return look;
    }

    /// <summary>Reads the part that holds styles only.</summary>
    public void Read(PartXml xml)
    {
        while (xml.ReadElement())
        {
            ReadElement(xml);
        }
    }

    /// <summary>Reads an element, if it belongs to a style.</summary>
    /// <exception cref="UnreadableException">There are too many styles.</exception>
    public void ReadElement(PartXml xml)
    {
        UnreadableException.ThrowIfTooLarge(_styles.Count > MostStyles || _lists.Count > MostLists);

        var name = xml.Reader.LocalName;
        if (xml.Reader.NamespaceURI == StyleSpace)
        {
            ReadStyle(xml, name);
        }
        else if (xml.Reader.NamespaceURI == OdtElements.TextSpace)
        {
            ReadList(xml, name);
        }
    }

    private void ReadStyle(PartXml xml, string name)
    {
        if (name == "style")
        {
            _style = new Style(xml.Text("parent-style-name", StyleSpace));
            _styles.TryAdd((xml.Text("family", StyleSpace) ?? string.Empty, xml.Text("name", StyleSpace) ?? string.Empty), _style);
        }
        else if (name == "default-style")
        {
            _style = null;
        }
        else if (name == "text-properties" && _style is not null)
        {
            bool? isHidden = xml.Text("display", OdtElements.TextSpace) is { } display ? display == "none" : null;
            bool? isStruck = xml.Text("text-line-through-style", StyleSpace) is { } line ? line != "none" : null;
            _style.Look = new TextLook(isHidden, isStruck, IsRaised(xml.Text("text-position", StyleSpace))).Over(_style.Look);
        }
    }

    // "super 58%", or how far in percent of the font's height: "33% 58%", "-33% 58%".
    private static bool? IsRaised(string? position)
    {
        if (position is null)
        {
            return null;
        }

        var height = position.AsSpan().Trim();
        var end = height.IndexOf(' ');
        height = end < 0 ? height : height[..end];
        return height is "super"
            || (height.EndsWith("%") && double.TryParse(height[..^1], CultureInfo.InvariantCulture, out var percent) && percent > 0);
    }

    private void ReadList(PartXml xml, string name)
    {
        switch (name)
        {
            case "list-style":
                _style = null;
                _levels = new OdtLevel?[Levels];
                _lists.TryAdd(xml.Text("name", StyleSpace) ?? string.Empty, _levels);
                break;
            case "outline-style":
                _style = null;
                _levels = Outline = new OdtLevel?[Levels];
                break;
            case "list-level-style-number" or "outline-level-style"
                when _levels is not null && xml.Number("level", OdtElements.TextSpace) is >= 1 and <= Levels and var level:
                _levels[level - 1] = new OdtLevel(
                    xml.Text("num-format", StyleSpace),
                    xml.Text("num-prefix", StyleSpace),
                    xml.Text("num-suffix", StyleSpace),
                    xml.Number("display-levels", OdtElements.TextSpace) ?? 1,
                    xml.Number("start-value", OdtElements.TextSpace) ?? 1,
                    xml.Text("num-list-format", StyleSpace) ?? xml.Text("num-list-format", ExtensionSpace));
                break;
            default:
                break;
        }
    }

    private sealed class Style(string? parent)
    {
        public string? Base { get; } = parent;

        public TextLook Look { get; set; }
    }
}
