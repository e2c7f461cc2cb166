using System.Xml;
using Validation.Engine.Documents.Zip;

namespace Validation.Engine.Documents.Ofd;

/// <summary>Goes through XML of OFD, where characters stand in few elements only.</summary>
internal static class OfdXml
{
    /// <summary>
    /// Goes to the next element inside of one that is <paramref name="depth"/> deep, at any depth of its own; -1: anywhere in the part.
    /// </summary>
    /// <returns>False: there are no more, and the reader stands at the end.</returns>
    /// <exception cref="UnreadableException">
    /// There are characters between the elements. No program writes them: the tag that they were a part of is damaged.
    /// </exception>
    public static bool NextElement(this PartXml xml, int depth = -1)
    {
        while (xml.Read() && xml.Depth > depth)
        {
            UnreadableException.ThrowIfDamaged(xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA);

            if (xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }
}
