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

    /// <summary>The rules in force.</summary>
    public const string Rules = "/rules";

    /// <summary>One rule in force.</summary>
    public const string Rule = "/rule";

    /// <summary>Where an everyday change of a rule is sent; the answer is the page with the new text of the local rules.</summary>
    public const string RuleEdited = "/rule-edited";

    /// <summary>Who changed the rules, when and why.</summary>
    public const string RulesHistory = "/rules-history";

    /// <summary>What one version of the rules changed.</summary>
    public const string RulesVersion = "/rules-version";

    /// <summary>Where the form is sent that puts an earlier version in force.</summary>
    public const string RulesRolledBack = "/rules-rolled-back";
    /// <summary>Where a report is sent with changes that are to be tried.</summary>
    public const string Tried = "/tried";

    /// <summary>Where the form is sent that ends a sign-in.</summary>
    public const string SignOut = "/signout";

    /// <summary>Where the bodies stand, over years.</summary>
    public const string Overview = "/overview";

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

    /// <summary>The local rules, to be written.</summary>
    public const string Edit = "/rules-edit";

    /// <summary>Where a text of the local rules is sent that somebody is to look at, with the fields "text", "expected" and "note"; the
    /// answer is the page on which they are written.</summary>
    public const string EditDraft = "/rules-draft";

    private static readonly IReadOnlyList<PageLink> All =
    [
        new(Check, PagesTexts.CheckTitle), new(Rules, PagesTexts.RulesTitle), new(Edit, PagesTexts.EditTitle),
        new(Overview, PagesTexts.OverviewTitle), new(System, PagesTexts.SystemTitle), new(Keys, PagesTexts.KeysTitle),
        new(Audit, PagesTexts.AuditTitle),
    ];

    /// <summary>The address of a page that somebody wanted to see, or of the page that leads to it; the first page where it is none of this
    /// server's.</summary>
    public static string Known(string wanted)
    {
        return All.FirstOrDefault(link => wanted == link.Path || wanted.StartsWith(link.Path + "/", StringComparison.Ordinal))?.Path ?? "/";
    }

    /// <summary>The same with the terms behind the question mark, such as those of a list; also for pages that no link leads to.</summary>
    public static string KnownWithTerms(string wanted)
    {
        var path = wanted.Split('?')[0];
        var isPage = path is Rule or RulesHistory or RulesVersion || (Known(path) == path && path != "/");
        // As browsers send addresses; anything else would not fit into a header.
        return isPage && wanted.All(character => character is > ' ' and < '\x7f') ? wanted : Known(path);
    }

    /// <summary>The pages that whoever asks may see.</summary>
    public static IEnumerable<PageLink> For(HttpContext context)
    {
        var roles = context.Caller()?.Roles ?? Roles.None;
        return All.Where(link => AccessTable.Lets(roles, link.Path));
    }
}
