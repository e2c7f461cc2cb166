using System.Diagnostics;
using Validation.Load.Hostile;
using Validation.Load.Principals;
using Validation.Tests.Support;

namespace Validation.Load;

/// <summary>What an honest principal feels of hostile ones: the waits of its small drafts alone and beside them, in rounds.</summary>
/// <param name="hostile">How many hostile principals.</param>
/// <param name="calls">Calls of the honest one in each part of a round.</param>
/// <param name="formats">What the honest one sends.</param>
internal sealed class FairnessRun(int hostile, int calls, IReadOnlyList<string> formats)
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
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var (attack, kinds) = Attack(target, stop.Token);
            await Task.Delay(Onset, cancellationToken);
            using var memory = new MemoryPeak(process);
            var before = (Time: Stopwatch.GetTimestamp(), Processor: process?.Processor);
            var beside = await MeasureAsync($"honest, beside {hostile}", figures => principal.CallAsync(calls, figures, cancellationToken));
            var time = Stopwatch.GetElapsedTime(before.Time);
            foreach (var (name, figures) in kinds)
            {
                Console.WriteLine(figures.Line($"  {name}", time));
            }

            peak = Math.Max(peak, memory.Bytes);
            var cores = (process?.Processor - before.Processor)?.TotalSeconds / time.TotalSeconds;
            Print($"  processor {cores:F2} cores, memory {memory.Bytes >> 20} MiB");
            await stop.CancelAsync();
            await attack;
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

    private (Task Attack, IReadOnlyList<(string Name, Figures Figures)> Kinds) Attack(Target target, CancellationToken stop)
    {
        var kinds = HostileKind.All.Where(kind => target.Web is not null || kind.Name != "slow uploads").ToList();
        var figures = kinds.Select(kind => (kind.Name, Figures: new Figures())).ToList();
        var attack = Enumerable.Range(0, hostile).Select(async number =>
        {
            using var principal = new Principal(2 + number, target);
            await kinds[number % kinds.Count].Run(principal, figures[number % kinds.Count].Figures, stop);
        });
        return (Task.WhenAll(attack.ToList()).ContinueWith(_ => { }, TaskScheduler.Default), figures);
    }
}
