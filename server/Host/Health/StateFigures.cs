using System.Diagnostics.Metrics;
using Validation.Server.Admission;
using Validation.Server.Checks;
using Validation.Server.Rules;
using Validation.Server.Telemetry;
using Validation.Server.Wording;

namespace Validation.Server.Health;

/// <summary>The state of the server as figures, read whenever somebody collects them.</summary>
internal sealed class StateFigures
{
    private readonly CheckRunner _checks;
    private readonly RuleBook _book;
    private readonly IDocumentCheck _check;

    public StateFigures(
        IMeterFactory meters, CheckRunner checks, ByteBudget budget, WatchHub hub, RuleAlarms alarms, RuleBook book, IDocumentCheck check,
        ServerState state)
    {
        _checks = checks;
        _book = book;
        _check = check;
        var meter = meters.Create(CheckFigures.MeterName);
        meter.CreateObservableGauge("validation.queue.waiting", () => checks.Waiting, "{check}", "Documents that wait for a place.");
        meter.CreateObservableGauge("validation.queue.running", Running, "{check}", "Places that are taken, by lane.");
        meter.CreateObservableGauge("validation.held", () => budget.Held, "By", "Memory that documents take.");
        meter.CreateObservableGauge("validation.watchers", () => hub.Watchers, "{client}", "Clients that wait for new rules.");
        meter.CreateObservableGauge("validation.rule.alarms", () => alarms.Current.Count, "{rule}", "Rules that fail again and again.");
        meter.CreateObservableGauge("validation.rules.info", Rules, null, "Always 1: the versions of rules and engine.");
        meter.CreateObservableGauge("validation.rules.revision", Revision, null, "The number of the rule set in force.");
        meter.CreateObservableGauge("validation.rules.trouble", () => book.Problem.Length > 0 ? 1 : 0, null, "1: the rules may be old.");
        meter.CreateObservableGauge("validation.ready", () => state.Lack is null ? 1 : 0, null, "1: the server takes documents.");
    }

    private IEnumerable<Measurement<int>> Running()
    {
        return Enum.GetValues<CheckLane>().Select(lane =>
            new Measurement<int>(_checks.Running(lane), new KeyValuePair<string, object?>("lane", EnumWord<CheckLane>.Of(lane))));
    }

    private IEnumerable<Measurement<int>> Rules()
    {
        return _book.IsOpen
            ? [new Measurement<int>(1, new("version", _book.Current.Version), new("engine", _check.EngineVersion))]
            : [];
    }

    private IEnumerable<Measurement<long>> Revision()
    {
        return _book.IsOpen ? [new Measurement<long>(_book.Current.Stored.Revision)] : [];
    }
}
