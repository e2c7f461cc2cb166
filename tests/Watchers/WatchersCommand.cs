using System.CommandLine;
using System.Globalization;

namespace Validation.Watchers;

/// <summary>`dotnet run --project tests/Watchers`: many watchers on one server, and how soon they all hear of a publish.</summary>
internal static class WatchersCommand
{
    /// <returns>0: all heard within the limit of every publish.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        var count = Number("--count", 1000, "How many watchers.");
        var publishes = Number("--publishes", 5, "How many publishes, one after the other.");
        var connections = Number("--connections", 0, "Over how many connections; 0: one for each watcher, as real clients have.");
        var limit = Number("--limit", 1000, "Milliseconds within which all must have heard.");
        var root = new RootCommand("Measures how soon watchers hear of new rules, and what they cost the server.")
        {
            count, publishes, connections, limit,
        };
        root.SetAction(async (parsed, stop) =>
        {
            var run = new WatcherRun(parsed.GetValue(count), parsed.GetValue(connections), parsed.GetValue(limit));
            return await run.RunAsync(parsed.GetValue(publishes), stop) ? 0 : 1;
        });
        return root.Parse(args).InvokeAsync();
    }

    private static Option<int> Number(string name, int value, string description)
    {
        var help = string.Create(CultureInfo.InvariantCulture, $"{description} Default: {value}.");
        return new Option<int>(name) { Description = help, DefaultValueFactory = _ => value };
    }
}
