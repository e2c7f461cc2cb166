using Validation.Panel.Tests.Support;
using Validation.Tests.Support;
using Validation.Tray.Icons;

namespace Validation.Panel.Tests;

/// <summary>Panels, notifications and buses that come and go, and the other programs of the package.</summary>
[Collection(PanelDesktop.Collection)]
[Trait("Size", "Long")]
public sealed class PanelLifeTests : IClassFixture<ServerProcess>
{
    private readonly PanelDesktop _desktop;
    private readonly ServerProcess _server;

    public PanelLifeTests(PanelDesktop desktop, ServerProcess server)
    {
        (_desktop, _server) = (desktop, server);
    }

    [DesktopFact]
    public async Task Panel_StartedAgain_ShowsTheIconAgain()
    {
        using var folder = new WatchedFolder();
        await using var panel = await _desktop.StartAsync(Arguments(folder));
        await panel.LogsAsync("state Normal");
        await _desktop.Screen.ShowsAsync(IconState.Normal);
        var before = panel.Log.Count;

        await _desktop.RestartPanelAsync(() => panel.LogsAsync("panel left", before));

        await panel.LogsAsync("icon added", before);
        await _desktop.Screen.ShowsAsync(IconState.Normal);
        folder.SaveWrong("年报.txt");
        await _desktop.Screen.ShowsAsync(IconState.Problems, 1);
    }

    [DesktopFact]
    public async Task Bus_ThatComesLateAndGoes_IsUsedWhileItIsThere()
    {
        using var folder = new WatchedFolder();
        var address = $"unix:path={folder.Parent}/bus";
        var environment = _desktop.Environment;
        environment["DBUS_SESSION_BUS_ADDRESS"] = address;
        await using var panel = PanelRun.Start(
            _desktop, new Dictionary<string, string>(StringComparer.Ordinal) { ["DBUS_SESSION_BUS_ADDRESS"] = address }, Arguments(folder));
        await panel.WatchesAsync(folder);
        folder.SaveWrong("年报.txt");
        await panel.LogsAsync("checked 年报.txt: Reject");
        panel.Log.ShouldNotContain(line => line.Contains("bus connected", StringComparison.Ordinal));

        await using (await SessionBusProcess.StartAsync(address, environment))
        {
            await panel.LogsAsync("bus connected");
            await panel.LogsAsync("no panel that shows icons");
            // What could not be told before.
            await panel.LogsAsync("notification Error: 年报.txt");
        }

        await panel.LogsAsync("bus left");
        var before = panel.Log.Count;
        // A bus that is killed leaves its socket.
        File.Delete(address["unix:path=".Length..]);
        await using var again = await SessionBusProcess.StartAsync(address, environment);
        await panel.LogsAsync("bus connected", before);
        folder.SaveGood("年报.txt");
        await panel.LogsAsync("notification Good: 年报.txt", before);

        await panel.EndAsync();
        panel.Log[^1].ShouldEndWith("bus left");
    }

    [DesktopFact]
    public async Task CommandLine_OfTheUserService_WatchesWhatTheSettingsSay()
    {
        using var folder = new WatchedFolder();
        var unit = await File.ReadAllLinesAsync(_desktop.Package.In("usr/lib/systemd/user/validation-watch.service"));
        var command = unit.Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal))["ExecStart=/".Length..].Split(' ');
        using var home = new TemporaryHome(_desktop.Environment);
        home.WriteSettings($"server = http://{_server.GrpcEndpoint}\nfolder = {folder.Path}\n");

        await using var watch = ChildProcess.Start(_desktop.Package.In(command[0]), command[1..], home.Environment);
        await Eventually.HoldsAsync(
            () => watch.Output.Contains("校验服务：", StringComparison.Ordinal), () => $"{watch.Output}{watch.Errors}");
        folder.SaveWrong("年报.txt");

        await Eventually.HoldsAsync(
            () => watch.Output.Contains("有错误，须修改", StringComparison.Ordinal), () => $"{watch.Output}{watch.Errors}");
        await watch.TerminateAsync();
        (await watch.ExitAsync(Waiting.Longest)).ShouldBe(130);
        unit.ShouldContain("SuccessExitStatus=130");
    }

    private string[] Arguments(WatchedFolder folder) => ["--server", $"http://{_server.GrpcEndpoint}", "--folder", folder.Path];
}
