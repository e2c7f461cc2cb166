using System.Diagnostics;
using Validation.Load.Hostile;
using Validation.Load.Principals;
using Validation.Tests.Support;

namespace Validation.Load;

/// <summary>Honest principals with drafts of several formats, as fast as the server answers or at a rate, with or without hostile ones
/// beside them.</summary>
internal sealed class MixRun(int principals, double perSecond, TimeSpan time, int hostile, IReadOnlyList<string> formats)
{
    public async Task RunAsync(Target target, ProcessFigures? process, CancellationToken cancellationToken)
    {
        using var probe = new Principal(0, target);
        var floor = new Figures();
        await new HonestPrincipal(probe, formats).CallNothingAsync(2_000, floor, cancellationToken);
        await using var attack = hostile == 0 ? null : new HostileProcess(target, hostile, HostileKind.All);
        using var memory = new MemoryPeak(process);
        var before = process?.Processor;
        var start = Stopwatch.GetTimestamp();
        var classes = formats.Select(format => (Name: format, Figures: new Figures())).ToList();
        await Task.WhenAll(Enumerable.Range(0, principals).Select(number => WorkAsync(number, target, classes, cancellationToken)));
        var took = Stopwatch.GetElapsedTime(start);
        var processor = process?.Processor - before;

        Console.WriteLine(floor.Line("floor: empty call", TimeSpan.FromSeconds(1)));
        foreach (var (name, figures) in classes)
        {
            Console.WriteLine(figures.Line(name, took));
        }

        if (attack is not null)
        {
            Console.WriteLine(await attack.EndAsync());
        }

        var rate = classes.Sum(one => one.Figures.Answered) / took.TotalSeconds;
        var cores = processor?.TotalSeconds / took.TotalSeconds;
        FormattableString end = $"{rate:F1} drafts a second; processor {cores:F2} cores; memory {memory.Bytes >> 20} MiB";
        Console.WriteLine(FormattableString.Invariant(end));
    }

    // Each principal keeps to one format, so that what is answered is counted by format.
    private async Task WorkAsync(
        int number, Target target, List<(string Name, Figures Figures)> classes, CancellationToken cancellationToken)
    {
        var (format, figures) = classes[number % classes.Count];
        using var principal = new Principal(1 + number, target);
        var honest = new HonestPrincipal(principal, [format]);
        if (perSecond > 0)
        {
            await honest.CallAsync(perSecond / principals, time, figures, cancellationToken);
            return;
        }

        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            await honest.CallAsync(1, figures, cancellationToken);
        }
    }
}
