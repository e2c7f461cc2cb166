using Validation.Panel.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Panel.Tests;

/// <summary>The package: what is in it, and what its removal leaves.</summary>
[Collection(PanelDesktop.Collection)]
[Trait("Size", "Long")]
public sealed class PackageTests : IClassFixture<ServerProcess>
{
    private readonly PanelDesktop _desktop;
    private readonly ServerProcess _server;

    public PackageTests(PanelDesktop desktop, ServerProcess server)
    {
        (_desktop, _server) = (desktop, server);
    }

    [DesktopFact]
    public async Task Files_OfThePackage_BelongToRootAndAreWrittenByNobodyElse()
    {
        var list = await ChildProcess.RunAsync("dpkg-deb", "--contents", _desktop.Package.File);
        list.ExitCode.ShouldBe(0, list.Errors);
        var lines = list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Where(line => !line.Contains(" root/root ", StringComparison.Ordinal)).ShouldBeEmpty();
        lines.Where(line => line[0] != 'l' && (line[5] == 'w' || line[8] == 'w')).ShouldBeEmpty();
        lines.Select(line => line[(line.IndexOf(" ./", StringComparison.Ordinal) + 3)..]).ShouldContain("usr/bin/validation-panel");
    }

    [DesktopFact]
    public async Task Configuration_OfThePackage_IsKeptWhereAnAdministratorChangedIt()
    {
        var conffiles = await ChildProcess.RunAsync("dpkg-deb", "--info", _desktop.Package.File, "conffiles");

        conffiles.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["/etc/validate/policy.conf", "/etc/xdg/autostart/validation-panel.desktop"]);
    }

    [DesktopFact]
    public async Task Entries_OfThePackage_NameProgramsAndIconsThatAreInIt()
    {
        foreach (var entry in new[] { "usr/share/applications/validation-panel.desktop", "etc/xdg/autostart/validation-panel.desktop" })
        {
            var lines = await File.ReadAllLinesAsync(_desktop.Package.In(entry));
            var command = lines.Single(line => line.StartsWith("Exec=", StringComparison.Ordinal))["Exec=/".Length..];
            var program = command.Split(' ')[0];
            File.Exists(_desktop.Package.In(program)).ShouldBeTrue(entry);
            lines.Where(line => line.StartsWith("TryExec=", StringComparison.Ordinal)).ShouldAllBe(line => line == $"TryExec=/{program}");
            var icon = lines.Single(line => line.StartsWith("Icon=", StringComparison.Ordinal))["Icon=".Length..];
            File.Exists(_desktop.Package.In($"usr/share/icons/hicolor/48x48/apps/{icon}.png")).ShouldBeTrue(entry);
        }
    }

    [DesktopFact]
    public async Task Rules_BesideTheCommandLine_AreFound()
    {
        var rules = Directory.GetFiles(_desktop.Package.In("usr/lib/validation-panel/rules"), "*.yaml").First();

        var lint = await ChildProcess.RunAsync(_desktop.Package.In("usr/bin/validate"), "rules", "lint", rules);

        // A rule of the national set as one's own: whoever has that set knows its number.
        (lint.Output + lint.Errors).ShouldContain("是全国规则的编号");
    }

    [DesktopFact]
    public async Task Removal_OfThePackage_LeavesDraftsReportsAndSettings()
    {
        using var folder = new WatchedFolder();
        await using var panel = await _desktop.StartAsync("--server", $"http://{_server.GrpcEndpoint}", "--folder", folder.Path);
        await panel.WatchesAsync(folder);
        folder.SaveWrong("年报.txt");
        await panel.LogsAsync("state Problems");
        await panel.EndAsync();
        var policy = _desktop.Package.In("etc/validate/policy.conf");

        await _desktop.Package.RemoveAsync();

        File.Exists(_desktop.Package.In("usr/bin/validation-panel")).ShouldBeFalse();
        File.Exists(policy).ShouldBeTrue("a removal keeps what the administrator has set");
        File.Exists(Path.Combine(folder.Path, "年报.txt")).ShouldBeTrue();
        File.Exists(panel.SettingsFile).ShouldBeTrue();
        Directory.GetFiles(Path.Combine(panel.Data, "reports"), "*.html").ShouldHaveSingleItem();

        await _desktop.Package.PurgeAsync();

        File.Exists(policy).ShouldBeFalse();
        File.Exists(panel.SettingsFile).ShouldBeTrue();
        await _desktop.Package.InstallAsync();
    }
}
