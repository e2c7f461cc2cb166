using System.Globalization;
using Validation.Tests.Support;

namespace Validation.Tests.Desktop;

/// <summary>A display that nobody sees, of this test run's own.</summary>
internal sealed class VirtualDisplay : IAsyncDisposable
{
    private readonly ChildProcess _server;
    private readonly DirectoryInfo _folder;

    private VirtualDisplay(ChildProcess server, DirectoryInfo folder, string name)
    {
        (_server, _folder) = (server, folder);
        Name = name;
        Framebuffer = new Framebuffer(Path.Combine(folder.FullName, "Xvfb_screen0"));
    }

    /// <summary>What programs know it by, such as ":99".</summary>
    public string Name { get; }

    /// <summary>What it shows, without the pointer.</summary>
    public Framebuffer Framebuffer { get; }

    /// <summary>Starts it, under a number that is free.</summary>
    public static async Task<VirtualDisplay> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("validation-display-");
        // The server writes its number when it is ready.
        string[] options =
            ["-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp", "-nocursor", "-fbdir", folder.FullName];
        var server = ChildProcess.Start("Xvfb", options);
        await Eventually.HoldsAsync(() => server.Output.Contains('\n', StringComparison.Ordinal), () => server.Errors);
        return new VirtualDisplay(server, folder, $":{int.Parse(server.Output, CultureInfo.InvariantCulture)}");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
