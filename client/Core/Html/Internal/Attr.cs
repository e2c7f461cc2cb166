using System.Globalization;

namespace Validation.Client.Html.Internal;

/// <summary>An attribute that the page uses. None holds a draft's words; the writer escapes the values all the same.</summary>
internal readonly record struct Attr
{
    private Attr(string name, string value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>As it is written.</summary>
    public string Name { get; }

    /// <summary>The value, not escaped.</summary>
    public string Value { get; }

    public static Attr Class(string names) => new("class", names);

    public static Attr Id(Anchor anchor) => new("id", anchor.Name);

    /// <summary>A link within the page; there are no others.</summary>
    public static Attr Link(Anchor anchor) => new("href", "#" + anchor.Name);

    public static Attr Scope(string scope) => new("scope", scope);

    public static Attr Columns(int count) => new("colspan", Number(count));

    public static Attr Rows(int count) => new("rowspan", Number(count));

    /// <summary>Lets those who have no mouse scroll.</summary>
    public static Attr Focusable() => new("tabindex", "0");

    public static Attr Language(string language) => new("lang", language);

    public static Attr Charset(string charset) => new("charset", charset);

    public static Attr MetaName(string name) => new("name", name);

    public static Attr HttpEquiv(string name) => new("http-equiv", name);

    public static Attr Content(string content) => new("content", content);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
