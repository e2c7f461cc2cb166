using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Validation.Engine.Documents;
using Validation.Engine.Documents.Printing;
using Validation.Tests.Support;

namespace Validation.Engine.Tests.Support;

/// <summary>pdftotext, another reader of PDF, to compare ours with. Where it is missing those tests are skipped, unless the test command
/// has promised it.</summary>
internal static partial class Poppler
{
    private static readonly Lazy<string?> Reason = new(() =>
        Environment.GetEnvironmentVariable("TESTS_PROMISE_POPPLER") == "1" || ForeignRuntime.Works("pdftotext", "-v")
            ? null : "pdftotext (poppler-utils) is missing; bash tests/run.sh installs what it may");

    /// <summary>Why they are skipped. Null: they are not.</summary>
    public static string? Skip => Reason.Value;

    /// <summary>The words of each page.</summary>
    public static IReadOnlyList<IReadOnlyList<PageWord>> WordsOf(byte[] file)
    {
        var pages = new List<List<PageWord>>();
        foreach (Match tag in Element().Matches(Print(file)))
        {
            if (tag.Groups["text"].Success)
            {
                var text = WebUtility.HtmlDecode(tag.Groups["text"].Value);
                var place = PagePlace.Between(pages.Count, Number("left"), Number("top"), Number("right"), Number("bottom"));
                pages[^1].Add(new PageWord(text, place));
            }
            else
            {
                pages.Add([]);
            }

            double Number(string name) => double.Parse(tag.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        }

        return pages;
    }

    private static string Print(byte[] file)
    {
        var start = new ProcessStartInfo("pdftotext", ["-raw", "-bbox", "-cropbox", "-enc", "UTF-8", "-", "-"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.BaseStream.Write(file);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit(Waiting.Longest).ShouldBeTrue();
        return output;
    }

    [GeneratedRegex(
        "<page |<word xMin=\"(?<left>[^\"]*)\" yMin=\"(?<top>[^\"]*)\" xMax=\"(?<right>[^\"]*)\" yMax=\"(?<bottom>[^\"]*)\">"
            + "(?<text>[^<]*)<",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Element();
}

/// <summary>Tests that need pdftotext.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public PopplerTheoryAttribute() => Skip = Poppler.Skip;
}
