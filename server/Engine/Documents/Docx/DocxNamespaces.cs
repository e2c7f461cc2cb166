using System.Xml;

namespace Validation.Engine.Documents.Docx;

/// <summary>The namespaces of a part, in the one of their two forms that it uses; compared by reference.</summary>
internal sealed class DocxNamespaces
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private readonly string _transitional;
    private readonly string _strict;

    public DocxNamespaces(XmlNameTable names)
    {
        Names = names;
        Main = _transitional = names.Add(Transitional);
        _strict = names.Add(Strict);
        Compatibility = names.Add("http://schemas.openxmlformats.org/markup-compatibility/2006");
        Math = names.Add("http://schemas.openxmlformats.org/officeDocument/2006/math");
    }

    /// <summary>The names that readers of these namespaces use.</summary>
    public XmlNameTable Names { get; }

    /// <summary>Of text, tables, styles and numbering.</summary>
    public string Main { get; private set; }

    /// <summary>Of markup that not every program knows.</summary>
    public string Compatibility { get; }

    /// <summary>Of formulas.</summary>
    public string Math { get; }

    /// <summary>Takes the form of the main namespace that the root of a part has.</summary>
    /// <returns>False: it has neither.</returns>
    public bool Choose(string root)
    {
        var isStrict = ReferenceEquals(root, _strict);
        Main = isStrict ? _strict : _transitional;
        return isStrict || ReferenceEquals(root, _transitional);
    }
}
