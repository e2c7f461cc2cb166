using System.Buffers;

namespace Validation.Engine.Documents.Html;

/// <summary>Reads the few declarations of a style attribute that say whether and how a text is to be seen.</summary>
internal static class InlineStyle
{
    private const string LineThrough = "line-through";

    private static readonly SearchValues<string> Properties =
        SearchValues.Create(["display", "visibility", "mso-hide", LineThrough], StringComparison.OrdinalIgnoreCase);

    /// <summary>How an element with that style stands on the page.</summary>
    /// <param name="style">The attribute's value.</param>
    /// <param name="display">How the element stands without it.</param>
    public static Display Apply(ReadOnlySpan<char> style, Display display)
    {
        // Word gives nearly every element a long style without any of them.
        if (!style.ContainsAny(Properties))
        {
            return display;
        }

        // What is struck out is deleted; a row or a cell keeps its place.
        var shown = Shown(style, display);
        return shown is not (Display.Row or Display.Cell) && IsStruck(style) ? Display.Never : shown;
    }

    /// <summary>The text is struck out.</summary>
    public static bool IsStruck(ReadOnlySpan<char> style) => Has(style, LineThrough)
        && (Has(ValueOf(style, "text-decoration"), LineThrough) || Has(ValueOf(style, "text-decoration-line"), LineThrough));

    /// <summary>Numbers of lists are Han numerals.</summary>
    public static bool HasHanNumbers(ReadOnlySpan<char> style)
    {
        var value = ListStyle(style);
        return Has(value, "cjk-ideographic") || Has(value, "chinese-informal");
    }

    /// <summary>Items of lists have no numbers.</summary>
    public static bool HasNoNumbers(ReadOnlySpan<char> style) => Has(ListStyle(style), "none");

    /// <summary>The text is superscript.</summary>
    public static bool IsRaised(ReadOnlySpan<char> style) =>
        style.Contains("super", StringComparison.OrdinalIgnoreCase) && Is(ValueOf(style, "vertical-align"), "super");

    private static Display Shown(ReadOnlySpan<char> style, Display display)
    {
        var seen = ValueOf(style, "visibility");
        if (Is(seen, "hidden") || Is(seen, "collapse") || Is(ValueOf(style, "mso-hide"), "all"))
        {
            return Display.Hidden;
        }

        var value = ValueOf(style, "display");
        return Is(value, "none") ? Display.Hidden
            : IsOfTable(display) || display is Display.Break or Display.Field or Display.Preformatted ? display
            : Is(value, "block") || Is(value, "flex") || Is(value, "grid") ? display == Display.Inline ? Display.Block : display
            : Is(value, "inline") ? Display.Inline
            : Is(value, "table") ? Display.Table
            : Is(value, "table-row") ? Display.Row
            : Is(value, "table-cell") ? Display.Cell
            : Is(value, "table-row-group") ? Display.Rows
            : Is(value, "table-header-group") ? Display.HeadRows
            : Is(value, "table-footer-group") ? Display.FootRows
            : display;
    }

    private static bool IsOfTable(Display display) => display is >= Display.Table and <= Display.Cell;

    private static ReadOnlySpan<char> ListStyle(ReadOnlySpan<char> style) =>
        ValueOf(style, "list-style-type") is { Length: > 0 } type ? type : ValueOf(style, "list-style");

    private static bool Has(ReadOnlySpan<char> value, string part) => value.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> value, string expected)
    {
        var end = value.IndexOf('!');
        return (end < 0 ? value : value[..end].TrimEnd()).Equals(expected, StringComparison.OrdinalIgnoreCase);
    }

    // The last declaration of a property is the one in force.
    private static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> style, string property)
    {
        var end = style.Length;
        for (int at; (at = style[..end].LastIndexOf(property, StringComparison.OrdinalIgnoreCase)) >= 0; end = at)
        {
            var rest = style[(at + property.Length)..].TrimStart();
            var isWhole = at == 0 || style[at - 1] is ';' or ' ' or '\t' or '\n' or '\r';
            if (isWhole && rest is [':', ..])
            {
                var length = rest.IndexOf(';');
                return (length < 0 ? rest[1..] : rest[1..length]).Trim();
            }
        }

        return default;
    }
}
