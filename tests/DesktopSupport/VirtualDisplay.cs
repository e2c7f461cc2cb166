using System.Globalization;
using Validation.Tests.Support;

namespace Validation.Tests.Desktop;

/// <summary>A display that nobody sees, of this test run's own.</summary>
internal sealed class VirtualDisplay : IAsyncDisposable
{
    private readonly ChildProcess _server;

    private VirtualDisplay(ChildProcess server, string name)
    {
        _server = server;
        Name = name;
    }

    /// <summary>What programs know it by, such as ":99".</summary>
    public string Name { get; }

    /// <summary>Starts it, under a number that is free.</summary>
    public static async Task<VirtualDisplay> StartAsync()
    {
        // The server writes its number when it is ready.
        var server = ChildProcess.Start("Xvfb", ["-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp"]);
        await Eventually.HoldsAsync(() => server.Output.Contains('\n', StringComparison.Ordinal), () => server.Errors);
        return new VirtualDisplay(server, $":{int.Parse(server.Output, CultureInfo.InvariantCulture)}");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
