using Validation.Client.Wording;

namespace Validation.Client.Page;

/// <summary>What every page begins and ends with.</summary>
internal static class PageFrame
{
    /// <summary>Begins a page, up to its main part.</summary>
    /// <param name="page">The page, of which nothing is written yet.</param>
    /// <param name="title">What the browser's tab says.</param>
    /// <param name="heading">The page's heading.</param>
    public static void Open(Markup page, string title, string heading)
    {
        page.Doctype();
        page.Open(Tag.Html, Attr.Language("zh-CN"));
        page.Open(Tag.Head);
        page.Open(Tag.Meta, Attr.Charset("utf-8"));
        page.Open(Tag.Meta, Attr.HttpEquiv("Content-Security-Policy"), Attr.Content(PageStyles.Policy));
        page.Open(Tag.Meta, Attr.MetaName("viewport"), Attr.Content("width=device-width, initial-scale=1"));
        page.Open(Tag.Meta, Attr.MetaName("color-scheme"), Attr.Content("light dark"));
        page.Leaf(Tag.Title, Clipped.Of(title, Clipped.InLine));
        page.Style();
        page.Close();
        page.Open(Tag.Body);
        page.Open(Tag.Header);
        page.Leaf(Tag.P, "product", WordingTexts.Product);
        page.Leaf(Tag.H1, heading);
        page.Close();
        page.Open(Tag.Main);
    }

    /// <summary>Ends the main part and the page.</summary>
    public static void Close(Markup page)
    {
        page.Close();
        page.Leaf(Tag.Footer, PageTexts.PageFooter);
        page.Close(2);
    }
}
