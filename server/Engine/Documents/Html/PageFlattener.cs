using System.Globalization;
using AngleSharp.Dom;
using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Html;

/// <summary>Goes through the elements of a page in their order and hands what is to be seen to a builder.</summary>
/// <param name="builder">Takes paragraphs and tables.</param>
/// <param name="limits">Bounds the depth.</param>
/// <param name="showsAll">What its author has hidden counts as seen.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class PageFlattener(DocumentBuilder builder, EngineLimits limits, bool showsAll, CancellationToken cancellationToken)
{
    private const int NodesPerCheck = 256;
    private const int MostColumns = 1000; // HTML 4.9.11
    private const int MostRows = 65_534;

    private readonly LineBuffer _line = new();
    private ElementPaths _paths = null!;
    private ItemNumbers? _list;
    private IElement _block = null!;
    private int _depth;
    private int _cells;
    private int _nodes;

    /// <summary>Goes through a page.</summary>
    /// <exception cref="UnreadableException">It goes beyond a limit.</exception>
    public void Flatten(IDocument page)
    {
        _paths = new ElementPaths(page);
        _block = page.DocumentElement;
        Node(page.DocumentElement);
        EndLine();
    }

    private void Children(INode parent)
    {
        var nodes = parent.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            Node(nodes[i]);
        }
    }

    private void Node(INode node)
    {
        if (++_nodes % NodesPerCheck == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (node is IText text)
        {
            Text(text.Data);
        }
        else if (node is IElement element)
        {
            _depth++;
            UnreadableException.ThrowIfTooLarge(_depth > limits.MarkupDepth);

            Element(element, DisplayOf(element));
            _depth--;
        }
    }

    private Display DisplayOf(IElement element)
    {
        var display = Displays.Of(element.LocalName);
        if (display == Display.Never || element.Attributes.Length == 0)
        {
            return display;
        }

        if (element.GetAttribute("style") is { Length: > 0 } style)
        {
            display = InlineStyle.Apply(style, display);
        }

        if (display == Display.Never || (display != Display.Hidden && !element.HasAttribute("hidden")))
        {
            return display;
        }

        return showsAll ? Displays.Of(element.LocalName) : Display.Hidden;
    }

    private void Element(IElement element, Display display)
    {
        switch (display)
        {
            case Display.Never or Display.Hidden:
                break;
            case Display.Inline:
                Inline(element);
                break;
            case Display.Break:
                EndLine();
                break;
            case Display.Field:
                Field(element);
                break;
            case Display.Preformatted:
                var isKept = _line.KeepsSpace;
                _line.KeepsSpace = true;
                Block(element);
                _line.KeepsSpace = isKept;
                break;
            case Display.NumberedList or Display.List:
                var list = _list;
                _list = display == Display.NumberedList ? new ItemNumbers(element) : null;
                Block(element);
                _list = list;
                break;
            case Display.Item:
                Item(element);
                break;
            case Display.Table:
                Table(element);
                break;
            case Display.Paragraph:
                Paragraph(element);
                break;
            default:
                Block(element);
                break;
        }
    }

    private void Inline(IElement element)
    {
        var (wasLink, wasRaised) = (_line.IsInLink, _line.IsRaised);
        _line.IsInLink |= element.LocalName == "a";
        _line.IsRaised |= element.LocalName == "sup" || (element.GetAttribute("style") is { } style && InlineStyle.IsRaised(style));
        Children(element);
        (_line.IsInLink, _line.IsRaised) = (wasLink, wasRaised);
    }

    private void Block(IElement element)
    {
        EndLine();
        var outer = _block;
        _block = element;
        Children(element);
        EndLine();
        _block = outer;
    }

    // An empty paragraph counts, except in cells, where editors leave them without a meaning.
    private void Paragraph(IElement element)
    {
        var isEmpty = !element.HasChildNodes;
        Block(element);
        if (isEmpty && _cells == 0)
        {
            builder.AddParagraph(string.Empty, new ElementPlace(element, _paths));
        }
    }

    private void Item(IElement element)
    {
        var list = _list;
        EndLine();
        _line.Mark = list?.Next(element);
        _list = null;
        Block(element);
        _line.Mark = null;
        _list = list;
    }

    // What a form shows is as good as text.
    private void Field(IElement element)
    {
        if ((element.GetAttribute("type") ?? string.Empty).ToLowerInvariant() is "" or "text" or "number" or "tel")
        {
            Text(element.GetAttribute("value") ?? string.Empty);
        }
    }

    private void Text(string text)
    {
        if (!_line.KeepsSpace)
        {
            _line.Append(text);
            return;
        }

        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            _line.Append(text.AsSpan(start, end - start));
            if (end < text.Length && !EndLine() && _cells == 0)
            {
                builder.AddParagraph(string.Empty, new ElementPlace(_block, _paths));
            }

            start = end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        }
    }

    private bool EndLine()
    {
        if (_line.Take() is not var (text, isLink))
        {
            return false;
        }

        builder.AddParagraph(text, new ElementPlace(_block, _paths, isLink));
        return true;
    }

    private void Table(IElement table)
    {
        EndLine();
        var outer = _block;
        _block = table;
        EachChild(table, Display.Caption, Block);
        builder.BeginTable();
        EachChild(table, Display.HeadRows, Rows);
        Rows(table);
        EachChild(table, Display.FootRows, Rows);
        EndLine();
        builder.EndTable();
        _block = outer;
    }

    private void EachChild(IElement parent, Display display, Action<IElement> visit)
    {
        var nodes = parent.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is IElement element && DisplayOf(element) == display)
            {
                visit(element);
            }
        }
    }

    // A cell that spans rows ends with the group of rows that it stands in.
    private void Rows(IElement group)
    {
        var isTable = DisplayOf(group) == Display.Table;
        _depth += isTable ? 0 : 1;
        var nodes = group.ChildNodes;
        var left = 0;
        EachChild(group, Display.Row, _ => left++);
        for (var i = 0; i < nodes.Length; i++)
        {
            var element = nodes[i] as IElement;
            var display = element is null ? Display.Inline : DisplayOf(element);
            if (element is not null && display == Display.Row)
            {
                Row(element, left--);
            }
            else if (element is not null && display == Display.Rows && isTable)
            {
                Rows(element);
            }
            else if (!isTable || display is not (Display.HeadRows or Display.FootRows or Display.Caption))
            {
                Node(nodes[i]);
            }
        }

        _depth -= isTable ? 0 : 1;
    }

    private void Row(IElement row, int rowsLeft)
    {
        _depth++;
        EndLine();
        var wasStruck = Strike(row);
        builder.BeginRow();
        var nodes = row.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is IElement element && DisplayOf(element) == Display.Cell)
            {
                EndLine();
                Cell(element, rowsLeft);
            }
            else
            {
                Node(nodes[i]);
            }
        }

        EndLine();
        builder.EndRow();
        _line.IsStruck = wasStruck;
        _depth--;
    }

    private void Cell(IElement cell, int rowsLeft)
    {
        var columns = Span(cell.GetAttribute("colspan"), MostColumns);
        var rows = Span(cell.GetAttribute("rowspan"), MostRows);
        builder.BeginCell(Math.Max(1, columns), rows == 0 ? rowsLeft : Math.Min(rows, rowsLeft), place: new ElementPlace(cell, _paths));
        var wasStruck = Strike(cell);
        _cells++;
        _depth++;
        Block(cell);
        _depth--;
        _cells--;
        _line.IsStruck = wasStruck;
        builder.EndCell();
    }

    // Returns how it was before.
    private bool Strike(IElement element)
    {
        var wasStruck = _line.IsStruck;
        _line.IsStruck |= element.GetAttribute("style") is { } style && InlineStyle.IsStruck(style);
        return wasStruck;
    }

    // HTML 2.3.4.2: digits at the beginning count, whatever follows; 1 where there are none.
    private static int Span(string? attribute, int most)
    {
        var digits = attribute.AsSpan().TrimStart().TrimStart('+');
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        digits = end < 0 ? digits : digits[..end];
        return digits.IsEmpty ? 1 : int.TryParse(digits, CultureInfo.InvariantCulture, out var span) ? Math.Min(span, most) : most;
    }
}
