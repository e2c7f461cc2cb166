using System.CommandLine;
using System.Globalization;
using Validation.Latency.Calls;
using Validation.Latency.Filed;
using Validation.Latency.Rules;
using Validation.Latency.Saves;

namespace Validation.Latency;

/// <summary>`dotnet run --project tests/Latency`: how soon people hear of what concerns them.</summary>
internal static class LatencyCommand
{
    /// <returns>0: all was heard, within the limits.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Measures how soon people hear of what concerns them.")
        {
            CallsCommand(), RulesCommand(), SavesCommand(), ArchiveCommand(),
        };
        return root.Parse(args).InvokeAsync();
    }

    private static Command CallsCommand()
    {
        var seconds = Number("--seconds", 3, "How long each kind of call is made.");
        var command = new Command("calls", "What a call costs: an empty one and a check, by one caller and by 32.") { seconds };
        command.SetAction(async (parsed, stop) =>
        {
            await new CallRun(TimeSpan.FromSeconds(parsed.GetValue(seconds))).RunAsync(stop);
            return 0;
        });
        return command;
    }

    private static Command RulesCommand()
    {
        var count = Number("--count", 1000, "How many watchers.");
        var publishes = Number("--publishes", 5, "How many publishes, one after the other.");
        var connections = Number("--connections", 0, "Over how many connections; 0: one for each watcher, as real clients have.");
        var limit = Number("--limit", 1000, "Milliseconds within which all must have heard.");
        var command = new Command("rules", "How soon watchers hear of new rules, and what they cost the server.")
        {
            count, publishes, connections, limit,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var run = new WatcherRun(parsed.GetValue(count), parsed.GetValue(connections), parsed.GetValue(limit));
            return await run.RunAsync(parsed.GetValue(publishes), stop) ? 0 : 1;
        });
        return command;
    }

    private static Command SavesCommand()
    {
        var count = Number("--count", 100, "How many saves, one after the other.");
        var median = Number("--median", 700, "Milliseconds that the median may take.");
        var late = Number("--p95", 1200, "Milliseconds that the 95th percentile may take.");
        var command = new Command("saves", "How soon a notification follows a save.") { count, median, late };
        command.SetAction(async (parsed, stop) =>
        {
            var run = new SaveRun(parsed.GetValue(count), parsed.GetValue(median), parsed.GetValue(late));
            return await run.RunAsync(stop) ? 0 : 1;
        });
        return command;
    }

    private static Command ArchiveCommand()
    {
        var bodies = Number("--bodies", 2000, "How many bodies have reports on file.");
        var years = Number("--years", 50, "On how many years each.");
        var database = new Option<string?>("--database")
        {
            Description = "The connection string of an empty database of PostgreSQL. Default: SQLite in a temporary folder.",
        };
        var command = new Command(
            "archive",
            "What it takes to ask for reports among many on file. Ends with 1 when a look-up takes more than 5 ms, an overview more than "
                + "500 ms or a page 200 ms (medians), or a trial of rules on all of them more than 2 minutes.")
        {
            bodies, years, database,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var run = new ArchiveRun(parsed.GetValue(bodies), parsed.GetValue(years), parsed.GetValue(database));
            return await run.RunAsync(stop) ? 0 : 1;
        });
        return command;
    }

    private static Option<int> Number(string name, int value, string description)
    {
        var help = string.Create(CultureInfo.InvariantCulture, $"{description} Default: {value}.");
        return new Option<int>(name) { Description = help, DefaultValueFactory = _ => value };
    }
}
