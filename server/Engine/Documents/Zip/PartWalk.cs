using System.Xml;

namespace Validation.Engine.Documents.Zip;

/// <summary>Goes through the elements of a part in their order, and tells what to do with them by their kinds.</summary>
/// <typeparam name="TElement">The kinds of elements.</typeparam>
internal abstract class PartWalk<TElement>
{
    // The open elements by their depth.
    private readonly List<TElement> _open = [];

    /// <summary>The part, at its current node.</summary>
    protected abstract PartXml Xml { get; }

    /// <summary>The kind of an open element.</summary>
    /// <param name="depth">How deep it is; 0: the root.</param>
    protected TElement OpenAt(int depth) => _open[depth];

    /// <summary>Goes through the part.</summary>
    /// <exception cref="UnreadableException">The part is damaged, or goes beyond a limit.</exception>
    protected void Walk()
    {
        while (Xml.Read())
        {
            switch (Xml.NodeType)
            {
                case XmlNodeType.Element:
                    Open();
                    break;
                case XmlNodeType.EndElement:
                    End(_open[Xml.Depth]);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    ReadText();
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Begins the current element.</summary>
    /// <param name="isEmpty">There is nothing in it.</param>
    /// <param name="element">Its kind.</param>
    /// <returns>False: the element was read to its end.</returns>
    protected abstract bool Begin(bool isEmpty, out TElement element);

    protected abstract void End(TElement element);

    protected abstract void ReadText();

    private void Open()
    {
        // What begins an element may go on to its end.
        var (depth, isEmpty) = (Xml.Depth, Xml.Reader.IsEmptyElement);
        if (!Begin(isEmpty, out var element))
        {
            return;
        }

        if (isEmpty)
        {
            End(element);
            return;
        }

        if (_open.Count <= depth)
        {
            _open.Add(element);
        }

        _open[depth] = element;
    }
}
