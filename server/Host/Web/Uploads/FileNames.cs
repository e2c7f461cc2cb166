using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Validation.Server.Web.Uploads;

/// <summary>The file's name, as requests bring it.</summary>
internal static class FileNames
{
    /// <summary>The header that brings it most simply: UTF-8, percent-encoded.</summary>
    public const string Header = "X-File-Name";

    /// <summary>The name that comes with a bare body. Empty: none does.</summary>
    public static string Of(HttpRequest request)
    {
        var simple = request.Headers[Header].ToString();
        return simple.Length > 0
            ? Base(Uri.UnescapeDataString(simple))
            : Of(new RequestHeaders(request.Headers).ContentDisposition);
    }

    /// <summary>The name that comes with a part of a form. Empty: none does.</summary>
    public static string Of(ContentDispositionHeaderValue? disposition)
    {
        var name = disposition?.FileNameStar.HasValue == true ? disposition.FileNameStar : disposition?.FileName ?? default;
        return Base(HeaderUtilities.RemoveQuotes(name).ToString());
    }

    /// <summary>The name without folders, which some browsers send along and which are nobody's business.</summary>
    private static string Base(string name)
    {
        return name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }
}
