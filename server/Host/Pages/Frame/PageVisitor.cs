using Validation.Server.Access;

namespace Validation.Server.Pages.Frame;

/// <summary>What a page tells of whoever looks at it.</summary>
internal static class PageVisitor
{
    /// <summary>Whether somebody on this machine tries a server for which no key was made yet, and so may do everything.</summary>
    public static bool IsTrial(HttpContext context)
    {
        return context.Caller() is { IsKnown: false, Title: AccessTexts.LocalPrincipal };
    }

    /// <summary>The name of whoever is signed in. Null: nobody is, or a certificate says who it is.</summary>
    public static string? SignedIn(HttpContext context)
    {
        return context.User.Identity?.IsAuthenticated == true ? context.Caller()?.Title : null;
    }

    /// <summary>Whether there is anything to sign in for.</summary>
    public static bool MaySignIn(HttpContext context)
    {
        return !IsTrial(context) && SignedIn(context) is null && context.Caller() is null or { IsKnown: false };
    }

    /// <summary>The page to sign in, from which the way leads back.</summary>
    public static string SignInAddress(string path)
    {
        return path.Length == 0 ? PageMark.SignInPath : $"{PageMark.SignInPath}?to={Uri.EscapeDataString(path)}";
    }
}
