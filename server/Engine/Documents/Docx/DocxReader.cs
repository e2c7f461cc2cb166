using System.Xml;
using Validation.Engine.Documents.Packages;

namespace Validation.Engine.Documents.Docx;

/// <summary>
/// Reads the text of a docx (docm, dotx, dotm) as a person who opens it sees it: changes accepted, hidden text left out, lists numbered.
/// Notes, comments, headers and footers are no part of it.
/// </summary>
internal static class DocxReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="package">The file.</param>
    /// <param name="main">The part that holds the text.</param>
    /// <exception cref="UnreadableException">The file is damaged, goes beyond a limit or has no text.</exception>
    public static Document Read(Package package, string main)
    {
        var spaces = new DocxNamespaces(new NameTable());
        var relationships = Relationships.Read(package, main);
        var styles = DocxStyles.Read(package, relationships.Target("/relationships/styles"), spaces);
        var lists = new DocxLists(package, relationships.Target("/relationships/numbering"), spaces.Names, styles);
        var builder = new DocumentBuilder(package.Limits);
        using (var xml = package.OpenXml(main, spaces.Names))
        {
            new DocxBody(xml, spaces, styles, lists, builder, package.Limits).Read();
        }

        return builder.Build("docx");
    }
}
