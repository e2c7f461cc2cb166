using System.Net.Sockets;
using System.Text;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests;

/// <summary>The server as systemd sees it: Type=notify, sd_notify(3).</summary>
[Trait("Size", "Long")]
public sealed class ServiceManagerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-notify-");
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    [Fact]
    public async Task Server_UnderSystemd_TellsWhenItIsReadyAndWhenItStops()
    {
        var path = Path.Combine(_folder.FullName, "notify");
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        await using var manager = Start(path);

        (await ToldAsync()).ShouldContain("READY=1");
        await manager.TerminateAsync();
        (await ToldAsync()).ShouldContain("STOPPING=1");
        (await manager.ExitAsync(Waiting.Longest)).ShouldBe(0, manager.Output);
    }

    [Fact]
    public void Unit_SaysWhatTheServerDoes()
    {
        var unit = File.ReadAllLines(Repository.PathOf("server", "deploy", "systemd", "validation-server.service"));

        unit.ShouldContain("Type=notify");
        unit.ShouldContain("StateDirectory=validation-server");
        unit.Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal)).ShouldEndWith("/validation-server");
    }

    public void Dispose()
    {
        _socket.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Starts the server below a process that has systemd's name, by which .NET knows it: a shell that passes the end
    /// on.</summary>
    private ChildProcess Start(string socket)
    {
        var shell = Path.Combine(_folder.FullName, "systemd");
        // A copy could not be started while a process that others start at this moment still holds it open.
        File.CreateSymbolicLink(shell, "/bin/sh");
        var options = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NOTIFY_SOCKET"] = socket,
            ["VALIDATION__GRPCURL"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["VALIDATION__WEBURL"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["VALIDATION__DATAFOLDER"] = Path.Combine(_folder.FullName, "data"),
        };
        const string Course = "\"$@\" & server=$!; trap 'kill -TERM $server' TERM; wait $server; wait $server";
        var program = BuiltProgram.PathOf("server/Host", "validation-server.dll");
        return ChildProcess.Start(shell, ["-c", Course, "systemd", "dotnet", program], options);
    }

    private async Task<string> ToldAsync()
    {
        var message = new byte[4096];
        return Encoding.UTF8.GetString(message, 0, await _socket.ReceiveAsync(message).InTime());
    }
}
