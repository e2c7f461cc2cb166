using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using AngleSharp.Html.Parser;
using Validation.Engine;
using Validation.Engine.Annotation;
using Validation.Engine.Documents;
using Validation.PdfWords;
using Validation.Tests.Support;

namespace Validation.Benchmarks;

/// <summary>
/// What reading a typical report costs in each format, beside the least that it could cost: medians of warm rounds, in which a reading and
/// its floor take turns so that both meet the same machine.
/// </summary>
internal static class FormatTable
{
    private const string Report = "xushui-2024";

    private static readonly ReaderPool Pool = new(new ReaderOptions
    {
        Command = ["dotnet", BuiltProgram.PathOf("server/Host", "validation-server.dll"), ReaderOptions.Argument],
    });

    private static readonly DocumentReader Reader = new(EngineLimits.Default, Pool);
    private static readonly ReportValidator Validator = new(EngineLimits.Default, Pool);

    public static void Print()
    {
        // The first format must not pay for the code that the others find compiled.
        foreach (var (format, rounds, floor) in Formats())
        {
            Measure(File.ReadAllBytes(PathOf(format)), rounds, floor);
        }

        foreach (var (format, rounds, floor) in Formats())
        {
            var content = File.ReadAllBytes(PathOf(format));
            var cost = Measure(content, rounds, floor);
            var ratio = floor is null ? "" : Invariant($"{cost.FloorTime:0.00} ms, ratio {cost.ReadTime / cost.FloorTime:0.00}");
            var reading = Invariant($"{cost.ReadTime:0.00} ms, {cost.ReadBytes / 1024} KB");
            Console.WriteLine(Invariant($"| {format} | {content.Length / 1024} KB | {reading} | {ratio} | {cost.CheckTime:0.00} ms |"));
        }

        PrintAnnotation(File.ReadAllBytes(PathOf("docx")), rounds: 400);
    }

    // A copy with comments, beside the check that comes before.
    private static void PrintAnnotation(byte[] content, int rounds)
    {
        var annotator = new DocumentAnnotator();
        var reply = Validator.Validate(content, NationalRules.Set);
        var times = new double[rounds];
        long bytes = 0;
        for (var i = 0; i < rounds; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            times[i] = Time(() => annotator.Annotate(content, reply, DateTimeOffset.UnixEpoch));
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Console.WriteLine(Invariant($"docx with {reply.Findings.Count} comments: {Median(times):0.00} ms, {bytes / rounds / 1024} KB"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<(string Format, int Rounds, Action<byte[]>? Floor)> Formats() =>
    [
        ("txt", 400, null),
        ("docx", 400, InflateAndReadXml),
        ("doc", 400, null),
        ("odt", 400, null),
        ("rtf", 400, null),
        ("html", 400, ParseHtml),
        ("pdf", 400, null),
        ("ofd", 400, null),
    ];

    private static Cost Measure(byte[] content, int rounds, Action<byte[]>? floor)
    {
        var (reads, floors, checks) = (new double[rounds], new double[rounds], new double[rounds]);
        long bytes = 0;
        for (var i = 0; i < rounds; i++)
        {
            floors[i] = Time(() => floor?.Invoke(content));
            var before = GC.GetAllocatedBytesForCurrentThread();
            reads[i] = Time(() => Reader.Read(content));
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            checks[i] = Time(() => Validator.Validate(content, NationalRules.Set));
        }

        return new Cost(Median(reads), bytes / rounds, Median(floors), Median(checks));
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(double[] times)
    {
        Array.Sort(times);
        return times[times.Length / 2];
    }

    private static string PathOf(string format) =>
        Path.Combine(AppContext.BaseDirectory, "samples", format == "txt" ? "" : "formats", $"{Report}.{format}");

    private static void InflateAndReadXml(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        using var xml = XmlReader.Create(part);
        while (xml.Read())
        {
        }
    }

    private static void ParseHtml(byte[] content)
    {
        using var page = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(content));
    }

    /// <summary>Times in milliseconds.</summary>
    private sealed record Cost(double ReadTime, long ReadBytes, double FloorTime, double CheckTime);
}
