using Validation.Server.Access;
using Validation.V1;

namespace Validation.Server.Rules;

/// <summary>Reads the state of the rules, for gRPC, JSON and the page alike.</summary>
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
