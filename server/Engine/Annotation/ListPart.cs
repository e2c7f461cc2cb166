using Validation.Engine.Documents;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Annotation;

/// <summary>A part that is a list of elements of one kind, to be made longer: all that it holds stays as it is.</summary>
/// <param name="text">Its text.</param>
/// <param name="root">The name of its root as it is written.</param>
/// <param name="space">The namespace of the root.</param>
/// <param name="end">Where the root ends: before its end tag, or before the two characters that end the tag of one without content.</param>
/// <param name="isEmpty">The root has no content.</param>
internal sealed class ListPart(PartText text, string root, string space, int end, bool isEmpty)
{
    /// <summary>The namespace of the root.</summary>
    public string Space => space;

    /// <summary>The prefix of the root, with its colon. Empty: it has none.</summary>
    public string Prefix => root[..(root.IndexOf(':', StringComparison.Ordinal) + 1)];

    /// <summary>Reads a part of a package.</summary>
    /// <param name="package">The package.</param>
    /// <param name="name">The part.</param>
    /// <param name="root">The local name of its root.</param>
    /// <param name="look">Is shown each element right under the root, in their order.</param>
    /// <returns>Null: the package has no such part.</returns>
    /// <exception cref="UnreadableException">It is another kind of part, is damaged or goes beyond a limit.</exception>
    public static ListPart? Find(Package package, string name, string root, Action<PartXml> look)
    {
        if (!package.Contains(name))
        {
            return null;
        }

        var text = PartText.Read(package, name);
        using var xml = text.Open(package);
        var cursor = new MarkupCursor(xml, text.Text);
        var (space, rootName, end, isEmpty) = (string.Empty, string.Empty, 0, false);
        while (cursor.Read())
        {
            if (xml.Depth == 0 && !cursor.IsEnd)
            {
                (space, rootName, end, isEmpty) = (xml.Reader.NamespaceURI, xml.Reader.Name, cursor.End - 2, cursor.IsEmpty);
                if (xml.Reader.LocalName != root)
                {
                    throw UnreadableException.Damaged();
                }
            }
            else if (xml.Depth == 0)
            {
                end = cursor.Start;
            }
            else if (xml.Depth == 1 && !cursor.IsEnd)
            {
                look(xml);
            }
        }

        return new ListPart(text, rootName, space, end, isEmpty);
    }

    /// <summary>The part with more elements behind the others.</summary>
    /// <param name="elements">Their XML, in a context where the root's prefix holds.</param>
    public byte[] With(string elements) =>
        text.With([isEmpty ? new TextEdit(end, 2, $">{elements}</{root}>") : new TextEdit(end, 0, elements)]);
}
