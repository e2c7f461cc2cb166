using System.Diagnostics;
using Validation.Load.Principals;

namespace Validation.Load.Hostile;

/// <summary>What `load hostile` does: hostile principals, in this process, until its standard input ends.</summary>
/// <param name="count">How many.</param>
/// <param name="kinds">What they do, in turn.</param>
internal sealed class HostileRun(int count, IReadOnlyList<HostileKind> kinds)
{
    // Their addresses are none of the honest ones.
    private const int First = 100;

    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var known = kinds.Where(kind => target.Web is not null || !kind.NeedsWeb).ToList();
        var figures = known.Select(_ => new Figures()).ToList();
        var start = Stopwatch.GetTimestamp();
        var attack = Task.WhenAll(Enumerable.Range(0, count).Select(async number =>
        {
            using var principal = new Principal(First + number, target);
            await known[number % known.Count].Run(principal, figures[number % known.Count], stop.Token);
        }));
        var end = Task.Run(() => Console.OpenStandardInput().ReadByte(), CancellationToken.None);
        await Task.WhenAny(end, Task.Delay(Timeout.Infinite, cancellationToken));
        var time = Stopwatch.GetElapsedTime(start);
        await stop.CancelAsync();
        await attack.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        for (var kind = 0; kind < known.Count; kind++)
        {
            Console.WriteLine(figures[kind].Line($"  {known[kind].Name}", time));
        }
    }
}
