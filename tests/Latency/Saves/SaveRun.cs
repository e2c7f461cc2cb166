using System.Diagnostics;
using System.Globalization;
using Validation.Tests.Support;

namespace Validation.Latency.Saves;

/// <summary>One measurement: a server, `validate watch` as its own process, saves one after the other.</summary>
internal sealed class SaveRun(int count, int medianLimit, int lateLimit)
{
    private const int BarMilliseconds = 50;

    /// <returns>Whether every save was answered, and within the limits.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var server = new MeasuredServer();
        await server.StartAsync(cancellationToken);
        await using var watch = new WatchProcess(server.Address);
        await watch.StartAsync(cancellationToken);
        // The first ones compile what is needed, on both sides.
        for (var i = 0; i < 3; i++)
        {
            await SaveAsync(watch, i, cancellationToken);
        }

        var waits = new List<double>();
        for (var i = 0; i < count; i++)
        {
            waits.Add(await SaveAsync(watch, i, cancellationToken));
        }

        return Print(waits);
    }

    /// <summary>Saves as Word and WPS do and waits for the notification.</summary>
    /// <returns>Milliseconds from the last step of the save.</returns>
    private static async Task<double> SaveAsync(WatchProcess watch, int number, CancellationToken cancellationToken)
    {
        var draft = MeasuredDraft.Next(number);
        var path = Path.Combine(watch.Folder, draft.Name);
        var temporary = Path.Combine(watch.Folder, "~WRD0001.tmp");
        await File.WriteAllBytesAsync(temporary, draft.Content, cancellationToken);
        var noticed = watch.NoticeAsync(path, cancellationToken);
        File.Move(temporary, path, overwrite: true);
        var saved = Stopwatch.GetTimestamp();
        await noticed;
        return Stopwatch.GetElapsedTime(saved).TotalMilliseconds;
    }

    private bool Print(List<double> waits)
    {
        waits.Sort();
        var (median, late) = (At(waits, 0.5), At(waits, 0.95));
        Say($"{waits.Count} saves, from the end of each to its notification, in milliseconds:");
        Say($"least {waits[0]:F0}, median {median:F0}, 95th percentile {late:F0}, most {waits[^1]:F0}");
        foreach (var bar in waits.GroupBy(wait => (int)(wait / BarMilliseconds)).OrderBy(bar => bar.Key))
        {
            var (from, to) = (bar.Key * BarMilliseconds, (bar.Key + 1) * BarMilliseconds);
            Say($"{from,5} to {to,5}: {new string('#', bar.Count())} {bar.Count()}");
        }

        var good = median <= medianLimit && late <= lateLimit;
        Say($"{(good ? "within" : "beyond")} the limits: median {medianLimit}, 95th percentile {lateLimit}");
        return good;
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
