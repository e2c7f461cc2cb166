using Validation.Engine.Documents.Building;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Docx;

/// <summary>
/// Reads the text of a docx (docm, dotx, dotm) as a person who opens it sees it: changes accepted, hidden text left out, lists numbered.
/// Notes, comments, headers and footers are no part of it.
/// </summary>
internal static class DocxReader
{
    /// <summary>Reads the main part of a docx package.</summary>
    /// <param name="package">The file.</param>
    /// <param name="main">The part that holds the text.</param>
    /// <param name="trace">Learns where in the part everything stands. Null: nobody asks.</param>
    /// <exception cref="UnreadableException">The file is damaged, goes beyond a limit or has no text.</exception>
    public static Document Read(Package package, string main, DocxTrace? trace = null)
    {
        var spaces = new DocxNamespaces(package.XmlNames);
        var relationships = Relationships.Read(package, main);
        var styles = DocxStyles.Read(package, relationships.Target(Relationships.Styles), spaces);
        var lists = new DocxLists(package, relationships.Target(Relationships.Numbering), styles);
        var builder = new DocumentBuilder(package.Limits);
        using var xml = package.OpenXml(main);
        new DocxBody(xml, spaces, styles, lists, builder, package.Limits, trace).Read();
        return builder.Build("docx");
    }
}
