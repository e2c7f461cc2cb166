using Validation.Tests.Support;

namespace Validation.Tray.Tests.Support;

/// <summary>Tests of the tray program with a server that all tests of the class share.</summary>
/// <param name="desktop">The desktop.</param>
/// <param name="server">The server.</param>
public abstract class TrayWithServer(WineDesktop desktop, ServerProcess server) : IClassFixture<ServerProcess>
{
    private protected WineDesktop Desktop { get; } = desktop;

    private protected ServerProcess Server { get; } = server;

    private protected Screen Screen => Desktop.Screen;

    /// <summary>Starts the program with the server's address and a folder, and waits until it watches that.</summary>
    private protected async Task<TrayRun> StartAsync(WatchedFolder folder)
    {
        var tray = await Desktop.StartAsync("--server", $"http://{Server.GrpcEndpoint}", "--folder", folder.WindowsPath);
        await tray.WatchesAsync(folder);
        return tray;
    }
}
