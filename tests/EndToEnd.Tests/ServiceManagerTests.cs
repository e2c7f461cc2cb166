using System.Net.Sockets;
using System.Text;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>The server as systemd sees it: Type=notify, sd_notify(3).</summary>
public sealed class ServiceManagerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-notify-");
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    [Fact]
    public async Task Server_UnderSystemd_TellsWhenItIsReadyAndWhenItStops()
    {
        var path = Path.Combine(_folder.FullName, "notify");
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        var server = new ServerProcess();
        server.Options["NOTIFY_SOCKET"] = path;
        try
        {
            await server.InitializeAsync();
            (await ToldAsync()).ShouldContain("READY=1");

            await server.Process.TerminateAsync();
            (await ToldAsync()).ShouldContain("STOPPING=1");
            (await server.Process.ExitAsync(TimeSpan.FromSeconds(30))).ShouldBe(0);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public void Unit_SaysWhatTheServerDoes()
    {
        var unit = File.ReadAllLines(Repository.PathOf("server", "Host", "install", "validation-server.service"));

        unit.ShouldContain("Type=notify");
        unit.ShouldContain("StateDirectory=validation-server");
        unit.Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal)).ShouldEndWith("/validation-server");
    }

    public void Dispose()
    {
        _socket.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<string> ToldAsync()
    {
        var message = new byte[4096];
        return Encoding.UTF8.GetString(message, 0, await _socket.ReceiveAsync(message).InTime());
    }
}
