using System.Collections.Concurrent;
using Grpc.Core;

namespace Validation.Load;

/// <summary>What became of the calls of one class. Thread-safe.</summary>
internal sealed class Figures
{
    private readonly ConcurrentQueue<double> _waits = new();
    private readonly ConcurrentDictionary<string, int> _ends = new(StringComparer.Ordinal);

    /// <summary>Calls that were answered.</summary>
    public int Answered => _waits.Count;

    /// <summary>Calls that ended otherwise.</summary>
    public int Refused => _ends.Values.Sum();

    /// <summary>A call was answered, after so many milliseconds.</summary>
    public void Answer(double milliseconds)
    {
        _waits.Enqueue(milliseconds);
    }

    /// <summary>A call ended with a status, or a connection broke.</summary>
    public void End(Exception fault)
    {
        var name = fault is RpcException call ? call.StatusCode.ToString() : fault.GetType().Name;
        _ends.AddOrUpdate(name, 1, (_, count) => count + 1);
    }

    /// <summary>A percentile of the waits, in milliseconds; NaN: there were none.</summary>
    /// <param name="share">Such as 0.99.</param>
    public double Percentile(double share)
    {
        var waits = _waits.Order().ToList();
        return waits.Count == 0 ? double.NaN : waits[Math.Min(waits.Count - 1, (int)(waits.Count * share))];
    }

    private string Waits()
    {
        FormattableString waits =
            $"   p50 {Percentile(0.5):F1}   p95 {Percentile(0.95):F1}   p99 {Percentile(0.99):F1}   most {Percentile(1):F1} ms";
        return FormattableString.Invariant(waits);
    }

    /// <summary>One line.</summary>
    /// <param name="name">The class.</param>
    /// <param name="time">How long the calls were made.</param>
    public string Line(string name, TimeSpan time)
    {
        var ends = string.Join(", ", _ends.OrderBy(end => end.Key, StringComparer.Ordinal).Select(end => $"{end.Key} {end.Value}"));
        FormattableString line =
            $"{name,-20} {Answered,6} answered {Answered / time.TotalSeconds,7:F1}/s   refused {Refused} {ends}";
        return FormattableString.Invariant(line).TrimEnd() + (Answered == 0 ? "" : Waits());
    }
}
