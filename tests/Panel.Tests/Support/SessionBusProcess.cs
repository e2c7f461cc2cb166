using Validation.Tests.Support;

namespace Validation.Panel.Tests.Support;

/// <summary>A message bus of a test's own, which starts what it is asked for, as the bus of a session does.</summary>
internal sealed class SessionBusProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private SessionBusProcess(ChildProcess process)
    {
        _process = process;
    }

    /// <summary>Starts it, and waits until it can be connected to.</summary>
    /// <param name="address">The address, such as "unix:path=/tmp/bus".</param>
    /// <param name="environment">The environment of the programs that it starts.</param>
    public static async Task<SessionBusProcess> StartAsync(string address, IReadOnlyDictionary<string, string> environment)
    {
        var process = ChildProcess.Start("dbus-daemon", ["--session", "--nofork", "--print-address", $"--address={address}"], environment);
        await Eventually.HoldsAsync(
            () => process.Output.Contains("unix:", StringComparison.Ordinal) || process.HasExited, () => process.Errors);
        process.HasExited.ShouldBeFalse(process.Errors);
        return new SessionBusProcess(process);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
