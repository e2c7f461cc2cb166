using System.Net.Mime;
using System.Text;

namespace Validation.Server.Pages.Frame;

/// <summary>A file to save that is part of the page itself, so that the server need not keep it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Address">Its content, as an address (RFC 2397).</param>
public sealed record PageDownload(string Name, string Address)
{
    /// <summary>A file of JSON.</summary>
    public static PageDownload Json(string name, string text)
    {
        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        return new PageDownload(name, $"data:{MediaTypeNames.Application.Json};base64,{content}");
    }
}
