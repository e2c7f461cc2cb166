using Microsoft.Extensions.Primitives;
using Validation.Server.Access;
using Validation.V1;

namespace Validation.Server.Rules;

/// <summary>Raises an alarm when a rule fails on many documents, and ends it when it does no more, or when other rules come in force.
/// Nothing else follows from an alarm. Thread-safe.</summary>
internal sealed class RuleAlarms : IDisposable
{
    // An alarm also ends without a check, by looking at this interval.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly FailureWindow _window;
    private readonly RuleBook _book;
    private readonly ILogger<RuleAlarms> _log;
    private readonly ITimer _timer;
    private string _version = "";
    private IReadOnlyList<RuleAlarm> _alarms = [];
    private CancellationTokenSource _changed = new();

    public RuleAlarms(RuleBook book, TimeProvider time, ILogger<RuleAlarms> log)
    {
        _book = book;
        _log = log;
        _window = new FailureWindow(time);
        _timer = time.CreateTimer(_ => Renew(), null, Look, Look);
    }

    /// <summary>The rules that failed on many documents of late, with figures of this moment, by id.</summary>
    public IReadOnlyList<RuleAlarm> Current
    {
        get
        {
            lock (_gate)
            {
                Follow();
                return _alarms.Count == 0 ? [] : _window.Alarms();
            }
        }
    }

    /// <summary>A token that fires, once, when a rule is added to <see cref="Current"/> or leaves it.</summary>
    public IChangeToken Watch()
    {
        lock (_gate)
        {
            return new CancellationChangeToken(_changed.Token);
        }
    }

    /// <summary>Counts a check that came to its end.</summary>
    public void Count(ValidateReply reply, Principal principal)
    {
        lock (_gate)
        {
            Follow();
            // A check may end with older rules than those in force now.
            if (reply.Provenance?.RuleSetVersion != _version)
            {
                return;
            }

            _window.Add(reply, principal);
            if (reply.RuleFailures.Count == 0)
            {
                return;
            }
        }

        Renew();
    }

    public void Dispose()
    {
        _timer.Dispose();
        _changed.Dispose();
    }

    // Other rules begin without failures.
    private void Follow()
    {
        var version = _book.IsOpen ? _book.Current.Version : "";
        if (version != _version)
        {
            _version = version;
            _window.Clear();
        }
    }

    private void Renew()
    {
        CancellationTokenSource? old = null;
        lock (_gate)
        {
            Follow();
            var known = _alarms.Select(alarm => alarm.RuleId).ToHashSet(StringComparer.Ordinal);
            _alarms = _window.Alarms();
            foreach (var alarm in _alarms.Where(alarm => !known.Contains(alarm.RuleId)))
            {
                RuleLog.RuleFailsOften(_log, alarm.RuleId, alarm.Failed, alarm.Checks, alarm.Principals);
            }

            if (!known.SetEquals(_alarms.Select(alarm => alarm.RuleId)))
            {
                old = _changed;
                _changed = new CancellationTokenSource();
            }
        }

        using (old)
        {
            old?.Cancel();
        }
    }
}
