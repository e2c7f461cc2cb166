using Validation.V1;

namespace Validation.Server.Rules;

/// <summary>How the rules fare, for everybody who asks: gRPC, JSON, the page.</summary>
internal sealed class RuleStatusReader(RuleBook book, RuleAlarms alarms, WatchHub hub)
{
    public RuleStatus Read()
    {
        var current = book.Current;
        return new RuleStatus
        {
            Version = current.Version,
            Problem = book.Problem,
            Watchers = hub.Watchers,
            Alarms = { alarms.Current },
        };
    }
}
