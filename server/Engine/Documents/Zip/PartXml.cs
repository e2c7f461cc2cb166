using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;

namespace Validation.Engine.Documents.Zip;

/// <summary>
/// Reads an XML part forward: without document types, without anything outside of the part, within the limits of depth and characters.
/// </summary>
internal sealed class PartXml : IDisposable
{
    private const int NodesPerLook = 1024;
    private const int LeastChunk = 256;

    private readonly EngineLimits _limits;
    private readonly long _length;
    private readonly int _depth;
    private readonly CancellationToken _cancellationToken;
    private int _nodes;

    /// <param name="content">The part. The reader closes it.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="names">The names that are compared by reference.</param>
    /// <param name="limits">How much is read before giving up.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public PartXml(Stream content, long length, XmlNameTable names, EngineLimits limits, CancellationToken cancellationToken)
    {
        _limits = limits;
        _length = length;
        _depth = limits.MarkupDepth;
        _cancellationToken = cancellationToken;
        var settings = new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = limits.MarkupCharacters,
            NameTable = names,
            XmlResolver = null,
        };
        try
        {
            Reader = XmlReader.Create(content, settings);
        }
        catch (XmlException)
        {
            content.Dispose();
            throw Failure();
        }
    }

    /// <summary>Shows the current node; is not to be moved.</summary>
    public XmlReader Reader { get; }

    public XmlNodeType NodeType { get; private set; }

    /// <summary>How deep the current node is; 0: it is the root.</summary>
    public int Depth { get; private set; }

    /// <summary>How many elements have begun, those included that were skipped.</summary>
    public int Elements { get; private set; }

    /// <summary>Goes to the next node. False: the part is read to its end, and what it was read from has been checked.</summary>
    /// <exception cref="UnreadableException">The part is no XML, or goes beyond a limit.</exception>
    public bool Read()
    {
        try
        {
            if (!Reader.Read())
            {
                (NodeType, Depth) = (XmlNodeType.None, 0);
                return false;
            }
        }
        catch (XmlException)
        {
            throw Failure();
        }

        (NodeType, Depth) = (Reader.NodeType, Reader.Depth);
        if (NodeType == XmlNodeType.Element)
        {
            Elements++;
            UnreadableException.ThrowIfTooLarge(Depth >= _depth);
        }

        if (++_nodes % NodesPerLook == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        return true;
    }

    /// <summary>Goes to the next element, at any depth. False: the part is read to its end.</summary>
    /// <exception cref="UnreadableException">As for <see cref="Read"/>.</exception>
    public bool ReadElement() => ReadInside(-1);

    /// <summary>
    /// Goes to the next element inside of an element that is <paramref name="depth"/> deep, at any depth of its own. False: there are no
    /// more, and the reader stands at its end.
    /// </summary>
    public bool ReadInside(int depth)
    {
        while (Read())
        {
            switch (NodeType)
            {
                case XmlNodeType.Element:
                    return Depth > depth;
                case XmlNodeType.EndElement when Depth <= depth:
                    return false;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>Goes from an element to its end.</summary>
    public void Skip()
    {
        var depth = Depth;
        if (!Reader.IsEmptyElement)
        {
            while (Read() && Depth > depth)
            {
            }
        }
    }

    /// <summary>Adds the text of the current node to a buffer.</summary>
    /// <exception cref="UnreadableException">As for <see cref="Read"/>, or the buffer is full.</exception>
    public void CopyTo(IBufferWriter<char> text)
    {
        try
        {
            int read;
            do
            {
                if (!MemoryMarshal.TryGetArray<char>(text.GetMemory(LeastChunk), out var free))
                {
                    throw new ArgumentException("it hands out no arrays", nameof(text));
                }

                read = Reader.ReadValueChunk(free.Array!, free.Offset, free.Count);
                text.Advance(read);
            }
            while (read > 0);
        }
        catch (XmlException)
        {
            throw Failure();
        }
    }

    /// <summary>The text of an attribute. Null: the element has none.</summary>
    public string? Text(string name, string space) => Reader.GetAttribute(name, space);

    /// <summary>The number of an attribute. Null: the element has none, or it is no number.</summary>
    public int? Number(string name, string space) =>
        int.TryParse(Reader.GetAttribute(name, space), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    public void Dispose() => Reader.Dispose();

    private UnreadableException Failure() =>
        _length > _limits.MarkupCharacters ? UnreadableException.TooLarge() : UnreadableException.Damaged();
}
