using System.Collections.Frozen;

namespace Validation.Engine.Documents.Html;

/// <summary>How an element stands on the page, as far as its text is concerned.</summary>
internal enum Display
{
    Inline, // Stands in the line, as words do.
    Block, // On lines of its own.
    Paragraph, // A block that is a paragraph even if it is empty.
    Preformatted, // A block whose white space is kept.
    Break, // The end of a line.
    NumberedList, // A list whose items are numbered.
    List,
    Item,
    Table,
    Caption,
    HeadRows, // Rows that stand first.
    Rows, // A group of rows: thead, tbody or tfoot.
    FootRows, // Rows that stand last.
    Row,
    Cell,
    Field, // A field that may show a value.
    Hidden, // Hidden by its author: not on the page now, but a script may show it.
    Never, // Never text of the page.
}

/// <summary>How the elements of HTML stand on the page unless their style says otherwise.</summary>
internal static class Displays
{
    private static readonly FrozenDictionary<string, Display> Elements = new (Display Display, string Names)[]
    {
        (Display.Block, "html body address article aside blockquote center details dd dir div dl dt fieldset figcaption figure footer form "
            + "h1 h2 h3 h4 h5 h6 header hgroup hr legend main menu nav optgroup option search section summary frameset noframes"),
        (Display.Paragraph, "p"),
        (Display.Preformatted, "pre listing xmp plaintext textarea"),
        (Display.Break, "br"),
        (Display.NumberedList, "ol"),
        (Display.List, "ul"),
        (Display.Item, "li"),
        (Display.Table, "table"),
        (Display.Caption, "caption"),
        (Display.HeadRows, "thead"),
        (Display.Rows, "tbody"),
        (Display.FootRows, "tfoot"),
        (Display.Row, "tr"),
        (Display.Cell, "td th"),
        (Display.Field, "input"),
        // What Word and WPS leave of themselves stands in xml and in elements with a prefix; o:p alone holds text.
        (Display.Never, "head title meta link base script style noscript template del s strike select datalist button iframe object "
            + "embed applet audio video canvas svg map area img rt rp col colgroup xml noembed dialog o:documentproperties "
            + "o:officedocumentsettings w:worddocument w:latentstyles m:mathpr"),
    }.SelectMany(group => group.Names.Split(' ').Select(name => (name, group.Display)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Display, StringComparer.Ordinal);

    /// <summary>How an element of that name stands; <see cref="Display.Inline"/> if it is not known.</summary>
    public static Display Of(string name) => Elements.GetValueOrDefault(name);
}
