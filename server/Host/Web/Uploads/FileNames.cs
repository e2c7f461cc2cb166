using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Validation.Server.Web.Uploads;

/// <summary>Reads the name of the uploaded file.</summary>
internal static class FileNames
{
    /// <summary>The header for the name of a bare body: UTF-8, percent-encoded.</summary>
    public const string Header = "X-File-Name";

    /// <summary>The name in the header of a bare body. Empty: there is none.</summary>
    public static string Of(HttpRequest request)
    {
        var simple = request.Headers[Header].ToString();
        return simple.Length > 0
            ? Base(Uri.UnescapeDataString(simple))
            : Of(new RequestHeaders(request.Headers).ContentDisposition);
    }

    /// <summary>The name in the header of a part of a form. Empty: there is none.</summary>
    public static string Of(ContentDispositionHeaderValue? disposition)
    {
        var name = disposition?.FileNameStar.HasValue == true ? disposition.FileNameStar : disposition?.FileName ?? default;
        return Base(HeaderUtilities.RemoveQuotes(name).ToString());
    }

    /// <summary>The name without folders, which some browsers send and nobody needs.</summary>
    private static string Base(string name)
    {
        return name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }
}
