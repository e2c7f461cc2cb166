using Validation.Server.Access;
using Validation.V1;

namespace Validation.Server.Rules;

/// <summary>How often the rules in force failed of late, and on whose documents. A rule that fails costs the document at hand its verdict
/// and nobody else anything; whoever looks after the rules is told, and decides. Not thread-safe.</summary>
internal sealed class FailureWindow(TimeProvider time)
{
    /// <summary>The time for which a check counts.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    /// <summary>The number of documents on which a rule must fail to raise the alarm.</summary>
    public const int Documents = 3;

    private const int Slices = 20;
    private const int MostPrincipals = 1_000;

    private static readonly TimeSpan SliceLength = Length / Slices;

    private readonly Queue<Slice> _slices = new();

    /// <summary>Counts a check and the rules that failed in it.</summary>
    public void Add(ValidateReply reply, Principal principal)
    {
        var slice = Current();
        slice.Checks++;
        foreach (var failure in reply.RuleFailures)
        {
            if (!slice.Failures.TryGetValue(failure.RuleId, out var failures))
            {
                slice.Failures.Add(failure.RuleId, failures = new Failures());
            }

            failures.Message = failure.Message;
            failures.Count++;
            AddBounded(failures.Documents, reply.Provenance?.DocumentSha256 ?? "");
            AddBounded(failures.Principals, principal.ToString());
        }
    }

    /// <summary>The rules that have failed too often within <see cref="Length"/>.</summary>
    public IReadOnlyList<RuleAlarm> Alarms()
    {
        Forget();
        var checks = _slices.Sum(slice => slice.Checks);
        return
        [
            .. _slices.SelectMany(slice => slice.Failures)
                .GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
                .Where(rule => rule.SelectMany(failures => failures.Documents).Distinct().Count() >= Documents)
                .Select(rule => new RuleAlarm
                {
                    RuleId = rule.Key,
                    Message = rule.Last().Message,
                    Failed = rule.Sum(failures => failures.Count),
                    Checks = checks,
                    Principals = rule.SelectMany(failures => failures.Principals).Distinct().Count(),
                })
                .OrderBy(alarm => alarm.RuleId, StringComparer.Ordinal),
        ];
    }

    public void Clear()
    {
        _slices.Clear();
    }

    private static void AddBounded(HashSet<string> set, string item)
    {
        if (set.Count < MostPrincipals)
        {
            set.Add(item);
        }
    }

    private Slice Current()
    {
        Forget();
        var now = time.GetTimestamp();
        if (_slices.Count == 0 || time.GetElapsedTime(_slices.Last().Start, now) >= SliceLength)
        {
            _slices.Enqueue(new Slice(now));
        }

        return _slices.Last();
    }

    private void Forget()
    {
        while (_slices.Count > 0 && time.GetElapsedTime(_slices.Peek().Start) >= Length)
        {
            _slices.Dequeue();
        }
    }

    private sealed class Slice(long start)
    {
        public long Start { get; } = start;

        public long Checks { get; set; }

        public Dictionary<string, Failures> Failures { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Failures
    {
        public long Count { get; set; }

        public string Message { get; set; } = "";

        public HashSet<string> Documents { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Principals { get; } = new(StringComparer.Ordinal);
    }
}
