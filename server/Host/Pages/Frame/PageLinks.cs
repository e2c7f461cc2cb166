using Validation.Server.Access;

namespace Validation.Server.Pages.Frame;

/// <summary>A page that others lead to.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Title">Its name.</param>
internal sealed record PageLink(string Path, string Title);

/// <summary>The addresses of the pages. All lie at the root, so that links within a page need no base.</summary>
internal static class PageLinks
{
    /// <summary>What this is and how to begin.</summary>
    public const string Start = "/start";

    /// <summary>The page on which drafts are chosen.</summary>
    public const string Check = "/check";

    /// <summary>Where the drafts are sent; the answer is the page with the results.</summary>
    public const string Checked = "/checked";

    /// <summary>Where a draft is sent whose copy with comments is wanted.</summary>
    public const string Annotated = "/annotated";

    /// <summary>Where a report is sent with changes that are to be tried.</summary>
    public const string Tried = "/tried";

    /// <summary>Where the form is sent that ends a sign-in.</summary>
    public const string SignOut = "/signout";

    /// <summary>How the server is.</summary>
    public const string System = "/system";

    /// <summary>The keys that were given out.</summary>
    public const string Keys = "/keys";

    /// <summary>Where the form is sent that makes a key.</summary>
    public const string KeyCreated = "/key-created";

    /// <summary>Where the form is sent that takes a key back.</summary>
    public const string KeyRevoked = "/key-revoked";

    /// <summary>What was done and refused.</summary>
    public const string Audit = "/audit";

    private static readonly IReadOnlyList<PageLink> All =
    [
        new(Check, PagesTexts.CheckTitle), new(System, PagesTexts.SystemTitle), new(Keys, PagesTexts.KeysTitle),
        new(Audit, PagesTexts.AuditTitle),
    ];

    /// <summary>The address of a page that somebody wanted to see; the first page where it is none of this server's.</summary>
    public static string Known(string wanted)
    {
        return All.FirstOrDefault(link => link.Path == wanted)?.Path ?? "/";
    }

    /// <summary>The pages that whoever asks may see.</summary>
    public static IEnumerable<PageLink> For(HttpContext context)
    {
        var roles = context.Caller()?.Roles ?? Roles.None;
        return All.Where(link => AccessTable.Lets(roles, link.Path));
    }
}
