using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Validation.Formats.Tests.Kit;

/// <summary>Turns the pages of a PDF as a viewer's command "rotate" does: an update at the end of the file (ISO 32000-1, 7.5.6).</summary>
internal static partial class TurnedPages
{
    /// <summary>The file with every page turned.</summary>
    /// <param name="file">A file whose pages are objects of their own, outside of object streams, with a cross-reference table.</param>
    /// <param name="degrees">90, 180 or 270, clockwise.</param>
    public static byte[] Turn(byte[] file, int degrees)
    {
        var text = Encoding.Latin1.GetString(file);
        var update = new StringBuilder();
        var table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        foreach (Match page in Page().Matches(text))
        {
            var at = (file.Length + update.Length).ToString("D10", CultureInfo.InvariantCulture);
            table.Append(CultureInfo.InvariantCulture, $"{page.Groups["number"].Value} 1\n{at} 00000 n \n");
            update.Append(CultureInfo.InvariantCulture, $"{page.Groups["number"].Value} 0 obj\n<</Type/Page/Rotate {degrees}");
            update.Append(page.Groups["rest"].Value).Append("\nendobj\n");
        }

        var size = Size().Match(text).Groups["size"].Value;
        var root = Root().Match(text).Value;
        var before = Start().Matches(text)[^1].Groups["start"].Value;
        var start = file.Length + update.Length;
        update.Append(table)
            .Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}{root}/Prev {before}>>\nstartxref\n{start}\n%%EOF\n");
        return [.. file, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    [GeneratedRegex(
        @"(?<number>\d+) 0 obj\s*<</Type/Page(?<rest>/.*?>>)\s*endobj", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Page();

    [GeneratedRegex(@"/Size (?<size>\d+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Size();

    [GeneratedRegex(@"/Root \d+ 0 R", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Root();

    [GeneratedRegex(@"startxref\s+(?<start>\d+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Start();
}
