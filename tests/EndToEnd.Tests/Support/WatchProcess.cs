using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>`validate watch` as a clerk's machine runs it: its own process, with folders of its own that outlive it.</summary>
internal sealed class WatchProcess : IAsyncDisposable
{
    // For a test with a thousand drafts on a busy machine; shorter than what the test command allows a test.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(9);

    private readonly ChildProcess _process;
    private readonly List<JsonElement> _events = [];
    private int _read;

    private WatchProcess(ChildProcess process)
    {
        _process = process;
    }

    public ChildProcess Process => _process;

    /// <summary>Everything that it has told so far.</summary>
    public IReadOnlyList<JsonElement> Events
    {
        get
        {
            var output = _process.Output;
            foreach (var line in output[_read..].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                _events.Add(JsonDocument.Parse(line).RootElement);
            }

            _read = output.Length;
            return _events;
        }
    }

    /// <summary>The names of the drafts that were checked, in their order, with their verdicts.</summary>
    public IReadOnlyList<(string Name, string? Verdict)> Checked =>
        [.. Events.Where(told => Is(told, "checked")).Select(told => (Path.GetFileName(Word(told, "file"))!, Word(told, "verdict")))];

    /// <summary>What notifications were about.</summary>
    public IReadOnlyList<string?> Notices => [.. Events.Where(told => Is(told, "notice")).Select(told => Word(told, "title"))];

    /// <summary>The last status; null: none was told yet.</summary>
    public JsonElement? Status =>
        Events.LastOrDefault(told => Is(told, "status")) is { ValueKind: JsonValueKind.Object } status ? status : null;

    /// <summary>Starts it and waits until it watches.</summary>
    public static async Task<WatchProcess> StartAsync(
        string server, string folder, string state, IReadOnlyDictionary<string, string>? environment = null, params string[] more)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["XDG_STATE_HOME"] = state };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            variables[name] = value;
        }

        string[] arguments =
            [BuiltProgram.PathOf("client/Cli", "validate.dll"), "watch", folder, "--server", $"http://{server}", "--format", "json",
             "--settings", Path.Combine(state, "settings.conf"), .. more];
        var watch = new WatchProcess(ChildProcess.Start("dotnet", arguments, variables));
        await watch.UntilAsync(() => watch.Status?.GetProperty("watching").GetBoolean() == true);
        return watch;
    }

    /// <summary>Waits until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            _process.HasExited.ShouldBeFalse($"validate watch ended: {_process.Output}{_process.Errors}");
            watch.Elapsed.ShouldBeLessThan(Longest, _process.Errors);
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Waits for a state of the last status.</summary>
    public Task StateAsync(string state) => UntilAsync(() => Status is { } status && Word(status, "state") == state);

    /// <summary>Ends it in the usual way.</summary>
    public async Task StopAsync()
    {
        await _process.TerminateAsync();
        await _process.ExitAsync(Waiting.Longest);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>The processor time that it has used, and the memory that it holds now, as the kernel counts them.</summary>
    public (TimeSpan Processor, long Memory) Usage()
    {
        var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        // Fields 14 and 15 of proc(5), in ticks of 10 ms.
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        var resident = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kibibytes = long.Parse(resident.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
        return (TimeSpan.FromMilliseconds(ticks * 10), kibibytes << 10);
    }

    private static bool Is(JsonElement told, string what) => Word(told, "event") == what;

    private static string? Word(JsonElement told, string name) => told.GetProperty(name).GetString();
}
