using System.Xml;

namespace Validation.Engine.Documents.Docx;

/// <summary>The namespaces of a part, in the one of their two forms that it uses; compared by reference.</summary>
/// <param name="names">The names of all parts.</param>
internal sealed class DocxNamespaces(XmlNameTable names)
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly string _transitional = names.Add(Transitional);
    private readonly string _strict = names.Add("http://purl.oclc.org/ooxml/wordprocessingml/main");

    /// <summary>Of text, tables, styles and numbering.</summary>
    public string Main { get; private set; } = names.Add(Transitional);

    /// <summary>Of markup that not every program knows.</summary>
    public string Compatibility { get; } = names.Add("http://schemas.openxmlformats.org/markup-compatibility/2006");

    /// <summary>Of formulas in OMML, the markup of Office.</summary>
    public string Math { get; } = names.Add("http://schemas.openxmlformats.org/officeDocument/2006/math");

    /// <summary>Takes the form of the main namespace that the root of a part has.</summary>
    /// <returns>False: it has neither.</returns>
    public bool Choose(string root)
    {
        var isStrict = ReferenceEquals(root, _strict);
        Main = isStrict ? _strict : _transitional;
        return isStrict || ReferenceEquals(root, _transitional);
    }
}
