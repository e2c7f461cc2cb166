using System.Xml;
using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Ofd;

/// <summary>The XML parts of an OFD file, and how they name one another.</summary>
internal sealed class OfdParts(Package package, OfdWork work)
{
    private readonly TextBuffer _text = new(package.Limits.TextCharacters);

    /// <summary>Counts what is read and drawn.</summary>
    public OfdWork Work { get; } = work;

    /// <summary>Opens a part, to be read through to its end: only then its checksum is checked.</summary>
    /// <exception cref="UnreadableException">There is no such part, or it goes beyond a limit.</exception>
    public PartXml Open(string part) => package.OpenXml(part);

    /// <summary>
    /// The part that a path means. A path begins at the root if it begins with a slash, else at the folder of the part that it stands in
    /// ([GB/T 33190-2016] 7.3); some programs leave out the slash of the former.
    /// </summary>
    /// <returns>The part's name. Null: there is no such part in the package.</returns>
    public string? Find(string from, string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        var name = path.Replace('\\', '/');
        var inFolder = PartPath.Resolve(PartPath.FolderOf(from), name);
        if (inFolder is not null && package.Contains(inFolder))
        {
            return inFolder;
        }

        var inRoot = PartPath.Resolve(string.Empty, name);
        return inRoot is not null && package.Contains(inRoot) ? inRoot : null;
    }

    /// <summary>The text of the element that the reader stands at, which then stands at the element's end.</summary>
    public string TextOf(PartXml xml)
    {
        var depth = xml.Depth;
        if (xml.Reader.IsEmptyElement)
        {
            return string.Empty;
        }

        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                xml.CopyTo(_text);
            }
        }

        var text = _text.From(0).ToString();
        _text.Cut(0);
        return text;
    }
}
