using System.Globalization;
using System.Xml;

namespace Validation.Engine.Documents.Packages;

/// <summary>
/// Reads an XML part forward: without document types, without anything outside of the part, within the limits of depth and characters.
/// </summary>
internal sealed class PartXml : IDisposable
{
    private const int NodesPerLook = 1024;

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
        _depth = limits.MarkupDepth ?? int.MaxValue;
        _cancellationToken = cancellationToken;
        var settings = new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = limits.MarkupCharacters ?? 0,
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

    /// <summary>Goes to the next node. False: the part is read to its end, and what it was read from has been checked.</summary>
    /// <exception cref="UnreadableException">The part is no XML, or goes beyond a limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool Read()
    {
        try
        {
            if (!Reader.Read())
            {
                return false;
            }
        }
        catch (XmlException)
        {
            throw Failure();
        }

        if (Reader.Depth >= _depth && Reader.NodeType == XmlNodeType.Element)
        {
            throw UnreadableException.TooLarge();
        }

        if (++_nodes % NodesPerLook == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        return true;
    }

    /// <summary>
    /// Goes to the next element inside of an element that is <paramref name="depth"/> deep, at any depth of its own. False: there are no
    /// more, and the reader stands at its end.
    /// </summary>
    public bool ReadInside(int depth)
    {
        while (Read() && Reader.Depth > depth)
        {
            if (Reader.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes from an element to its end.</summary>
    public void Skip()
    {
        var depth = Reader.Depth;
        if (!Reader.IsEmptyElement)
        {
            while (Read() && Reader.Depth > depth)
            {
            }
        }
    }

    /// <summary>Adds the text of the current node to a buffer.</summary>
    /// <exception cref="UnreadableException">As for <see cref="Read"/>, or the buffer is full.</exception>
    public void CopyTo(OpenText text)
    {
        try
        {
            text.AppendValue(Reader);
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

    /// <inheritdoc/>
    public void Dispose() => Reader.Dispose();

    private UnreadableException Failure() =>
        _length > _limits.MarkupCharacters ? UnreadableException.TooLarge() : UnreadableException.Damaged();
}
