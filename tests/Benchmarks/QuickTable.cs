using System.Diagnostics;
using System.Globalization;
using System.Text;
using Validation.Engine;
using Validation.Engine.Documents;
using Validation.Engine.Reports;
using Validation.Engine.Reports.Claims;
using Validation.Engine.Rules;
using Validation.V1;

namespace Validation.Benchmarks;

/// <summary>The figures of the README within half a minute: medians of many warm rounds by a stopwatch, without a process for each. And the
/// rules that cost most, and what bait costs.</summary>
internal static class QuickTable
{
    private const int WarmUp = 400;
    private const int Rounds = 400;
    private const int MostRules = 12;

    private static readonly string[] Samples = ["xushui-2024", "jiyuan-2024", "xingtai-2024", "qinhuangdao-2024"];

    public static void Print()
    {
        // The first sample must not pay for the code that the others find compiled.
        PrintSamples(TextWriter.Null);
        PrintSamples(Console.Out);
        PrintRules();
        PrintBait();
    }

    private static void PrintSamples(TextWriter output)
    {
        foreach (var sample in Samples)
        {
            var benchmarks = new PipelineBenchmarks { Sample = sample };
            benchmarks.Load();
            output.WriteLine(
                $"| {sample} | {Cell(() => benchmarks.Read())} | {Cell(() => benchmarks.Parse())} | " +
                $"{Cell(() => benchmarks.ReadProse())} | {Cell(() => benchmarks.Evaluate())} | {Cell(() => benchmarks.Validate())} | " +
                $"{Cell(() => benchmarks.ValidateWithPrior())} |");
        }
    }

    /// <summary>Whole checks of a report with a paragraph of 200,000 characters of bait in section 一.</summary>
    private static void PrintBait()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "xushui-2024.txt"));
        foreach (var bait in (string[])["100万条1条1条", "收到申请1件，"])
        {
            var paragraph = string.Concat(Enumerable.Repeat(bait, 200_000 / bait.Length));
            var report = ReportParser.Parse(new DocumentReader(EngineLimits.Default).Read(Encoding.UTF8.GetBytes(text)).Document!).Report;
            report.Sections[0].Paragraphs.Add(new Passage { Text = paragraph });
            var times = Enumerable.Range(0, 9).Select(_ => Time(report)).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bait “{bait}”: read and checked in {times[4]:0.0} ms"));
        }
    }

    private static double Time(Report report)
    {
        report.Claims.Clear();
        report.Breakdowns.Clear();
        report.Shares.Clear();
        var start = Stopwatch.GetTimestamp();
        ClaimReader.Read(report, CancellationToken.None);
        RuleEngine.Evaluate(NationalRules.Set, report, EngineLimits.Default);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void PrintRules()
    {
        var report = new PipelineBenchmarks { Sample = Samples[0] };
        report.Load();
        var parsed = report.Parse().Report;
        var costs = NationalRules.Set.Rules.Where(rule => rule.IsEvaluated).Select(rule => NationalRules.Set.Only(rule.Header.Id))
            .Select(only => (only.Rules[0].Header.Id, Cost: Measure(() => RuleEngine.Evaluate(only, parsed, EngineLimits.Default))))
            .OrderByDescending(pair => pair.Cost.Microseconds).Take(MostRules);
        foreach (var (id, cost) in costs)
        {
            var kilobytes = cost.Bytes / 1024.0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id}: {cost.Microseconds:0.0} µs, {kilobytes:0.0} KB"));
        }
    }

    private static string Cell(Action action)
    {
        var (microseconds, bytes) = Measure(action);
        return string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1000:0.00} ms, {bytes / 1024} KB");
    }

    private static (double Microseconds, long Bytes) Measure(Action action)
    {
        for (var i = 0; i < WarmUp; i++)
        {
            action();
        }

        var times = new double[Rounds];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
        Array.Sort(times);
        return (times[Rounds / 2], bytes);
    }
}
