namespace Validation.Server.Access;

/// <summary>Marks the routes of the pages for people: there a sign-in counts, and what goes wrong is told on a page.</summary>
/// <param name="IsAsset">Whether it is a file that pages load, the same for everybody; the browser may keep it.</param>
internal sealed record PageMark(bool IsAsset = false)
{
    /// <summary>The page on which people sign in.</summary>
    public const string SignInPath = "/signin";

    /// <summary>Whether a request is for a page, or for one of its files.</summary>
    public static bool IsOn(HttpContext context)
    {
        return context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null;
    }
}
