using System.Text;
using Google.Protobuf;
using Validation.V1;

namespace Validation.Load.Principals;

/// <summary>What honest principals send: a small report, each time another one where the format lets itself be changed.</summary>
internal static class Drafts
{
    private static readonly Dictionary<string, byte[]> Files = Read();

    /// <summary>The formats, by the ending of the file's name.</summary>
    public static IReadOnlyList<string> Formats => [.. Files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A draft.</summary>
    /// <param name="format">The format, such as "docx".</param>
    /// <param name="number">Makes it another one than the last.</param>
    public static ValidateRequest Next(string format, int number)
    {
        var content = Files[format];
        if (format == "txt")
        {
            content = [.. content, .. Encoding.UTF8.GetBytes($"\n第{number}稿。\n")];
        }

        return new ValidateRequest
        {
#pragma warning disable CS0612 // What clients of version 0.2.0 say.
            Id = $"{number}", FileName = $"report.{format}", Content = UnsafeByteOperations.UnsafeWrap(content), OmitReport = true,
#pragma warning restore CS0612
        };
    }

    private static Dictionary<string, byte[]> Read()
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var assembly = typeof(Drafts).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            using var content = new MemoryStream();
            using var resource = assembly.GetManifestResourceStream(name)!;
            resource.CopyTo(content);
            files[Path.GetExtension(name)[1..]] = content.ToArray();
        }

        return files;
    }
}
