using System.Text;
using Microsoft.Extensions.Time.Testing;
using Validation.Cli;
using Validation.Client.Settings;

namespace Validation.Client.Tests.Support;

/// <summary>Runs the program within the test, its output redirected.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public string Input { get; init; } = string.Empty;

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>A moment in the zone of the users, wherever the tests run.</summary>
    public FakeTimeProvider Time { get; } = ChinaTime();

    /// <summary>Where settings come from: files that are not there, unless a test names others.</summary>
    public SettingsSources Sources { get; init; } =
        new(Path.Combine(Path.GetTempPath(), "validation-tests-no-settings", "settings.conf"), PolicyPath: null, []);

    /// <summary>Whether somebody looks at the error output.</summary>
    public bool Progress { get; init; }

    /// <summary>Whether somebody answers questions.</summary>
    public bool Interactive { get; init; }

    public Task<int> RunAsync(params string[] args) => RunAsync(args, CancellationToken.None);

    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        return await CommandLine.RunAsync(args, Terminal(), cancellationToken).InTime();
    }

    /// <summary>What the parser complains of, without running anything.</summary>
    public IEnumerable<string> Complaints(string[] args) => CommandLine.Parse(args, Terminal()).Errors.Select(error => error.Message);

    private Terminal Terminal() => new()
    {
        Output = _output,
        Error = _error,
        Input = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
        Progress = Progress,
        Interactive = Interactive,
        Time = Time,
        Sources = Sources,
    };

    private static FakeTimeProvider ChinaTime()
    {
        var time = new FakeTimeProvider(new(2026, 11, 20, 23, 30, 0, TimeSpan.Zero));
        time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China"));
        return time;
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }
}
