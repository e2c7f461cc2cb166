using System.Diagnostics;
using Validation.Load.Hostile;
using Validation.Load.Principals;
using Validation.Tests.Support;

namespace Validation.Load;

/// <summary>What an honest principal feels of hostile ones: the waits of its small drafts alone and beside them, in rounds.</summary>
/// <param name="hostile">How many hostile principals.</param>
/// <param name="kinds">What they do, in turn.</param>
/// <param name="calls">Calls of the honest one in each part of a round.</param>
/// <param name="formats">What the honest one sends.</param>
internal sealed class FairnessRun(int hostile, IReadOnlyList<HostileKind> kinds, int calls, IReadOnlyList<string> formats)
{
    private const int Rounds = 3;
    private const double MostTimes = 5;
    private const long MostMemory = 600L * 1024 * 1024;
    private const int WarmUp = 200;

    private static readonly TimeSpan Onset = TimeSpan.FromSeconds(5);

    /// <returns>Whether the honest one was disturbed no more than it may be.</returns>
    public async Task<bool> RunAsync(Target target, ProcessFigures? process, CancellationToken cancellationToken)
    {
        using var honest = new Principal(1, target);
        var principal = new HonestPrincipal(honest, formats);
        await principal.CallAsync(WarmUp, new Figures(), cancellationToken);
        var floor = await MeasureAsync("floor: empty call", figures => principal.CallNothingAsync(calls, figures, cancellationToken));
        var times = new List<double>();
        var refused = 0;
        var peak = 0L;
        for (var round = 1; round <= Rounds; round++)
        {
            var alone = await MeasureAsync("honest, alone", figures => principal.CallAsync(calls, figures, cancellationToken));
            await using var attack = new HostileProcess(target, hostile, kinds);
            await Task.Delay(Onset, cancellationToken);
            using var memory = new MemoryPeak(process);
            var before = (Time: Stopwatch.GetTimestamp(), Processor: process?.Processor);
            var beside = await MeasureAsync($"honest, beside {hostile}", figures => principal.CallAsync(calls, figures, cancellationToken));
            var time = Stopwatch.GetElapsedTime(before.Time);
            var cores = (process?.Processor - before.Processor)?.TotalSeconds / time.TotalSeconds;
            Console.WriteLine(await attack.EndAsync());
            peak = Math.Max(peak, memory.Bytes);
            Print($"  processor {cores:F2} cores, memory {memory.Bytes >> 20} MiB");
            times.Add(beside.Percentile(0.99) / alone.Percentile(0.99));
            refused += beside.Refused + alone.Refused;
        }

        var median = times.Order().ElementAt(Rounds / 2);
        Print($"99th percentile beside hostile ones: {median:F1} times that alone, the median of {Rounds} rounds; refused {refused}");
        Print($"most memory {peak >> 20} MiB; an empty call {floor.Percentile(0.5):F2} ms");
        return median <= MostTimes && refused == 0 && peak <= MostMemory;
    }

    private static void Print(FormattableString line)
    {
        Console.WriteLine(FormattableString.Invariant(line));
    }

    private static async Task<Figures> MeasureAsync(string name, Func<Figures, Task> calls)
    {
        var figures = new Figures();
        var start = Stopwatch.GetTimestamp();
        await calls(figures);
        Console.WriteLine(figures.Line(name, Stopwatch.GetElapsedTime(start)));
        return figures;
    }
}
