using System.CommandLine;
using System.Globalization;
using Validation.Load.Hostile;
using Validation.Load.Principals;
using Validation.Tests.Support;

namespace Validation.Load;

/// <summary>`dotnet run -c Release --project tests/Load`: what a server does under load, and what one client feels of others.</summary>
internal static class LoadCommand
{
    private static readonly Option<string[]> Servers = new("--server")
    {
        Description = "The gRPC address of a server that runs already; several are asked in turn. Default: one of its own is started.",
    };

    private static readonly Option<string?> Web = new("--web")
    {
        Description = "The JSON address of that server; without it, it is not asked.",
    };

    private static readonly Option<string[]> Kinds = new("--kind")
    {
        Description = $"What hostile principals do: {string.Join(", ", HostileKind.All.Select(kind => kind.Name))}. Default: all.",
    };

    private static readonly Option<string[]> Formats = new("--format")
    {
        Description = $"What honest principals send: {string.Join(", ", Drafts.Formats)}. Default: all.",
    };

    /// <returns>0: the limits hold, where there are any.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        const string Description =
            "Puts servers under load. Without --server one is started, and its memory and processor time are printed.";
        var root = new RootCommand(Description)
        {
            FairnessCommand(), MixCommand(), HostileCommand(),
        };
        return root.Parse(args).InvokeAsync();
    }

    private static Command FairnessCommand()
    {
        var hostile = Number("--hostile", 12, "How many hostile principals, of four kinds in turn.");
        var calls = Number("--calls", 2_000, "How many calls the honest principal makes in each part of the three rounds.");
        var command = new Command(
            "fairness",
            "What an honest principal feels of hostile ones. Ends with 1 when its 99th percentile is more than five times as long, when "
                + "one of its drafts is refused, or when the server takes more than 600 MiB.")
        {
            hostile, calls, Kinds, Servers, Web, Formats,
        };
        command.SetAction((parsed, stop) =>
        {
            var formats = FormatsOf(parsed, ["txt", "docx"]);
            var run = new FairnessRun(parsed.GetValue(hostile), KindsOf(parsed), parsed.GetValue(calls), formats);
            return WithServerAsync(parsed, (target, process) => run.RunAsync(target, process, stop), stop);
        });
        return command;
    }

    private static Command MixCommand()
    {
        var principals = Number("--principals", 10, "How many honest principals; each keeps to one format.");
        var hostile = Number("--hostile", 0, "How many hostile principals.");
        var rate = Number(
            "--rate", 0, "Drafts per second, all together, whatever becomes of those before (open loop). 0: as fast as answers come.");
        var seconds = Number("--seconds", 10, "How long.");
        var command = new Command("mix", "Honest principals with drafts of several formats.")
        {
            principals, hostile, rate, seconds, Servers, Web, Formats,
        };
        command.SetAction((parsed, stop) => WithServerAsync(
            parsed,
            async (target, process) =>
            {
                var time = TimeSpan.FromSeconds(parsed.GetValue(seconds));
                var formats = FormatsOf(parsed, Drafts.Formats);
                var run = new MixRun(parsed.GetValue(principals), parsed.GetValue(rate), time, parsed.GetValue(hostile), formats);
                await run.RunAsync(target, process, stop);
                return true;
            },
            stop));
        return command;
    }

    private static Command HostileCommand()
    {
        var hostile = Number("--hostile", 12, "How many, of the kinds in turn.");
        var command = new Command("hostile", "Hostile principals against servers that run, until the standard input ends.")
        {
            hostile, Kinds, Servers, Web,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Servers) is null)
            {
                result.AddError("--server is needed: hostile principals come to servers that run.");
            }
        });
        command.SetAction((parsed, stop) =>
        {
            return new HostileRun(parsed.GetValue(hostile), KindsOf(parsed)).RunAsync(TargetOf(parsed)!, stop);
        });
        return command;
    }

    // Null: a server is to be started.
    private static Target? TargetOf(ParseResult parsed)
    {
        var web = parsed.GetValue(Web);
        return parsed.GetValue(Servers) is { Length: > 0 } servers
            ? new Target([.. servers.Select(server => new Uri(server))], web is null ? null : new Uri(web))
            : null;
    }

    private static IReadOnlyList<HostileKind> KindsOf(ParseResult parsed)
    {
        return parsed.GetValue(Kinds) is { Length: > 0 } names
            ? [.. HostileKind.All.Where(kind => names.Contains(kind.Name, StringComparer.Ordinal))]
            : HostileKind.All;
    }

    private static IReadOnlyList<string> FormatsOf(ParseResult parsed, IReadOnlyList<string> usual)
    {
        return parsed.GetValue(Formats) is { Length: > 0 } formats ? formats : usual;
    }

    private static async Task<int> WithServerAsync(
        ParseResult parsed, Func<Target, ProcessFigures?, Task<bool>> run, CancellationToken cancellationToken)
    {
        if (TargetOf(parsed) is { } target)
        {
            return await run(target, null) ? 0 : 1;
        }

        await using var server = new MeasuredServer();
        await server.StartAsync(cancellationToken);
        return await run(new Target([new Uri(server.Address)], new Uri(server.WebAddress)), server.Figures) ? 0 : 1;
    }

    private static Option<int> Number(string name, int value, string description)
    {
        var help = string.Create(CultureInfo.InvariantCulture, $"{description} Default: {value}.");
        return new Option<int>(name) { Description = help, DefaultValueFactory = _ => value };
    }
}
