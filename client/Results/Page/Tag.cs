namespace Validation.Client.Page;

/// <summary>An element that the page uses. There are no others: what a draft holds never becomes one.</summary>
internal readonly record struct Tag
{
    private Tag(string name, bool block = false, bool isVoid = false)
    {
        Name = name;
        IsBlock = block;
        IsVoid = isVoid;
    }

    public static Tag Html { get; } = new("html", block: true);

    public static Tag Head { get; } = new("head", block: true);

    public static Tag Meta { get; } = new("meta", block: true, isVoid: true);

    public static Tag Title { get; } = new("title", block: true);

    public static Tag Style { get; } = new("style", block: true);

    public static Tag Body { get; } = new("body", block: true);

    public static Tag Header { get; } = new("header", block: true);

    public static Tag Main { get; } = new("main", block: true);

    public static Tag Nav { get; } = new("nav", block: true);

    public static Tag Article { get; } = new("article", block: true);

    public static Tag Section { get; } = new("section", block: true);

    public static Tag Footer { get; } = new("footer", block: true);

    public static Tag H1 { get; } = new("h1", block: true);

    public static Tag H2 { get; } = new("h2", block: true);

    public static Tag H3 { get; } = new("h3", block: true);

    public static Tag H4 { get; } = new("h4", block: true);

    public static Tag Div { get; } = new("div", block: true);

    public static Tag P { get; } = new("p", block: true);

    public static Tag Ol { get; } = new("ol", block: true);

    public static Tag Ul { get; } = new("ul", block: true);

    public static Tag Li { get; } = new("li", block: true);

    public static Tag Dl { get; } = new("dl", block: true);

    public static Tag Dt { get; } = new("dt", block: true);

    public static Tag Dd { get; } = new("dd", block: true);

    public static Tag Table { get; } = new("table", block: true);

    public static Tag Colgroup { get; } = new("colgroup", block: true);

    public static Tag Col { get; } = new("col", isVoid: true);

    public static Tag Thead { get; } = new("thead", block: true);

    public static Tag Tbody { get; } = new("tbody", block: true);

    public static Tag Tr { get; } = new("tr", block: true);

    public static Tag Th { get; } = new("th");

    public static Tag Td { get; } = new("td");

    public static Tag Span { get; } = new("span");

    public static Tag Strong { get; } = new("strong");

    public static Tag A { get; } = new("a");

    public static Tag Code { get; } = new("code");

    public static Tag Button { get; } = new("button");

    public static Tag Mark { get; } = new("mark");

    /// <summary>As it is written.</summary>
    public string Name { get; }

    /// <summary>Whether the line ends behind it.</summary>
    public bool IsBlock { get; }

    /// <summary>Whether it has no content and no end tag.</summary>
    public bool IsVoid { get; }
}
