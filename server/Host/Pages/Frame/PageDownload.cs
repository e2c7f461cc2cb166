using System.Net.Mime;
using System.Text;

namespace Validation.Server.Pages.Frame;

/// <summary>A file to save that is part of the page itself, so that the server need not keep it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Address">Its content, as an address (RFC 2397).</param>
public sealed record PageDownload(string Name, string Address)
{
    /// <summary>A file of JSON.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="type">What kind of JSON it is.</param>
    public static PageDownload Json(string name, string text, string type = MediaTypeNames.Application.Json)
    {
        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        return new PageDownload(name, $"data:{type};base64,{content}");
    }
}
