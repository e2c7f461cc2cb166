using Validation.Server.Access;
using Validation.V1;

namespace Validation.Server.Rules;

/// <summary>How the rules fare, for everybody who asks: gRPC, JSON, the page.</summary>
internal sealed class RuleStatusReader(RuleBook book, RuleAlarms alarms, WatchHub hub, AccessWarning access)
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
            AccessWarning = access.Text,
        };
    }
}
