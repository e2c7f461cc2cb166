using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using Validation.Client.Page;

namespace Validation.Server.Pages.Frame;

/// <summary>The files that pages load: they are part of the program, so that no page asks for anything elsewhere.</summary>
internal static class PageFiles
{
    /// <summary>The route of the files.</summary>
    public const string Route = "/pages/{file}";

    // Of the frame, then of each folder of pages that has its own.
    private static readonly string[] Styles =
        ["pages.css", "checking.css", "rules.css", "editor.css", "overview.css", "administration.css"];

    private static readonly Dictionary<string, PageFile> Files = new(StringComparer.Ordinal)
    {
        ["style.css"] = new("text/css; charset=utf-8", string.Join('\n', Styles.Select(Read).Prepend(HtmlPage.Styles))),
        ["script.js"] = new("text/javascript; charset=utf-8", Read("pages.js")),
        ["checking.js"] = new("text/javascript; charset=utf-8", Read("checking.js")),
        ["editor-words.js"] = new("text/javascript; charset=utf-8", Read("editor-words.js")),
        ["editor.js"] = new("text/javascript; charset=utf-8", Read("editor.js")),
        ["icon.svg"] = new(MediaTypeNames.Image.Svg, Read("icon.svg")),
    };

    /// <summary>The address of the style sheet.</summary>
    public static string Style { get; } = AddressOf("style.css");

    /// <summary>The address of the script.</summary>
    public static string Script { get; } = AddressOf("script.js");

    /// <summary>The address of the script of the page that checks drafts.</summary>
    public static string Checking { get; } = AddressOf("checking.js");

    /// <summary>The address of the script that completes words in the editor of rules.</summary>
    public static string EditorWords { get; } = AddressOf("editor-words.js");

    /// <summary>The address of the script of the editor of rules.</summary>
    public static string Editor { get; } = AddressOf("editor.js");

    /// <summary>The address of the icon.</summary>
    public static string Icon { get; } = AddressOf("icon.svg");

    /// <summary>The file of that name, or that there is none.</summary>
    public static IResult Get(string file)
    {
        return Files.TryGetValue(file, out var known) ? TypedResults.Bytes(known.Content, known.Type) : TypedResults.NotFound();
    }

    // With a digest, so that a browser never takes the file of another version for this one.
    private static string AddressOf(string name)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Files[name].Content).AsSpan(0, 6));
        return $"/pages/{name}?v={digest}";
    }

    private static string Read(string name)
    {
        using var resource = typeof(PageFiles).Assembly.GetManifestResourceStream($"pages/{name}")
            ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private sealed record PageFile(string Type, byte[] Content)
    {
        public PageFile(string type, string text)
            : this(type, Encoding.UTF8.GetBytes(text))
        {
        }
    }
}
