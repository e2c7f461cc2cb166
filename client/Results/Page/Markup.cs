namespace Validation.Client.Page;

/// <summary>Writes HTML. Text gets into the page through this class only, which escapes it; elements and attributes are types of their
/// own, which text can never become.</summary>
/// <param name="output">Where it goes; lines end with a line feed.</param>
internal sealed class Markup(TextWriter output)
{
    private readonly Stack<Tag> _open = [];

    /// <summary>The first line of the page.</summary>
    public void Doctype() => output.Write("<!doctype html>\n");

    /// <summary>The style sheet of the page; there is one.</summary>
    public void Style()
    {
        Open(Tag.Style);
        output.Write(PageStyles.Text);
        Close();
    }

    /// <summary>Begins an element with its attributes.</summary>
    public void Open(Tag tag, params ReadOnlySpan<Attr> attributes)
    {
        output.Write('<');
        output.Write(tag.Name);
        foreach (var attribute in attributes)
        {
            output.Write(' ');
            output.Write(attribute.Name);
            output.Write("=\"");
            SafeText.Write(output, attribute.Value);
            output.Write('"');
        }

        output.Write('>');
        if (!tag.IsVoid)
        {
            _open.Push(tag);
        }
        else if (tag.IsBlock)
        {
            output.Write('\n');
        }
    }

    /// <summary>Writes a text, with the characters escaped that mean something in HTML.</summary>
    public void Text(string text) => SafeText.Write(output, text);

    /// <summary>Ends the element that was begun last.</summary>
    public void Close()
    {
        var tag = _open.Pop();
        output.Write("</");
        output.Write(tag.Name);
        output.Write('>');
        if (tag.IsBlock)
        {
            output.Write('\n');
        }
    }

    /// <summary>Ends the elements that were begun last.</summary>
    public void Close(int elements)
    {
        for (var i = 0; i < elements; i++)
        {
            Close();
        }
    }

    /// <summary>Writes an element that holds only text.</summary>
    public void Leaf(Tag tag, string text, params ReadOnlySpan<Attr> attributes)
    {
        Open(tag, attributes);
        Text(text);
        Close();
    }

    /// <summary>Writes an element with a class that holds only text.</summary>
    public void Leaf(Tag tag, string className, string text) => Leaf(tag, text, Attr.Class(className));
}
