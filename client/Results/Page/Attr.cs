using System.Globalization;
using Validation.Client.Drafts;

namespace Validation.Client.Page;

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

    /// <summary>A link within the page.</summary>
    public static Attr Link(Anchor anchor) => new("href", "#" + anchor.Name);

    /// <summary>A link to a file of this machine. No link leads to another place than such a file or this program.</summary>
    public static Attr Link(FileAddress file) => new("href", file.Text);

    /// <summary>A link that has this program do something.</summary>
    public static Attr Link(ProgramAddress address) => new("href", address.Text);

    public static Attr Scope(string scope) => new("scope", scope);

    public static Attr Columns(int count) => new("colspan", Number(count));

    public static Attr Rows(int count) => new("rowspan", Number(count));

    /// <summary>Lets those who have no mouse scroll.</summary>
    public static Attr Focusable() => new("tabindex", "0");

    /// <summary>A part that screen readers list by its label.</summary>
    public static Attr Region() => new("role", "region");

    /// <summary>What screen readers say instead of the content.</summary>
    public static Attr Label(string words) => new("aria-label", words);

    /// <summary>The form that a button outside of it sends.</summary>
    public static Attr OfForm(Anchor form) => new("form", form.Name);

    public static Attr FieldName(string name) => new("name", name);

    public static Attr FieldValue(string value) => new("value", value);

    public static Attr ButtonType(string type) => new("type", type);

    public static Attr Language(string language) => new("lang", language);

    public static Attr Charset(string charset) => new("charset", charset);

    public static Attr MetaName(string name) => new("name", name);

    public static Attr HttpEquiv(string name) => new("http-equiv", name);

    public static Attr Content(string content) => new("content", content);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
