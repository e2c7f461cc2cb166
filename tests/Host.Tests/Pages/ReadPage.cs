using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Validation.Server.Tests.Support;

namespace Validation.Server.Tests.Pages;

/// <summary>A page about reports on file, as its reader finds it.</summary>
internal sealed class ReadPage
{
    private readonly IParentNode _page;

    private ReadPage(HttpStatusCode status, string html)
    {
        Status = status;
        Html = html;
        _page = new HtmlParser().ParseDocument(html);
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The page as it was sent.</summary>
    public string Html { get; }

    /// <summary>Goes to a page of a server at which nobody needs a key.</summary>
    public static async Task<ReadPage> GetAsync(RunningServer server, string path)
    {
        using var browser = new PageBrowser(server);
        using var response = await browser.GetAsync(path);
        return new ReadPage(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The texts of the elements that a selector finds, without what only those hear who do not see the page.</summary>
    public IReadOnlyList<string> Texts(string selector)
    {
        return [.. _page.QuerySelectorAll(selector).Select(Text)];
    }

    /// <summary>The rows of a table, heading included: the texts of the cells with one blank between them.</summary>
    public string[] Rows(string table)
    {
        return [.. _page.QuerySelectorAll($"{table} tr").Select(row => string.Join(' ', row.Children.Select(Text)))];
    }

    /// <summary>The addresses that links within a selector lead to.</summary>
    public IReadOnlyList<string> Links(string selector)
    {
        return [.. _page.QuerySelectorAll($"{selector} a").Select(link => link.GetAttribute("href")!)];
    }

    private static string Text(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var unseen in copy.QuerySelectorAll(".unseen").ToList())
        {
            unseen.Remove();
        }

        return string.Join(' ', copy.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
