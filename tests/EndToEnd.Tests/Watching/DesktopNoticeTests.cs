using System.Runtime.Versioning;
using Validation.EndToEnd.Tests.Support;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Watching;

/// <summary>What the desktop is told. The desktop's two programs are scripts that write down what they were called with; the first says
/// that the clerk clicked.</summary>
[UnsupportedOSPlatform("windows")]
[Trait("Size", "Long")]
public sealed class DesktopNoticeTests : IAsyncLifetime, IDisposable
{
    private readonly ServerProcess _server = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-desktop-");

    private string Programs => Path.Combine(_folder.FullName, "bin");

    private string Drafts => Path.Combine(_folder.FullName, "年报");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Programs);
        Directory.CreateDirectory(Drafts);
        Script("notify-send", "echo default");
        Script("xdg-open", "true");
        await _server.InitializeAsync();
    }

    [Fact]
    public async Task Save_IsNotifiedAndAClickOpensTheReport()
    {
        await using var watch = await StartAsync();
        File.Copy(Repository.PathOf("tests", "samples", "qinhuangdao-2024.txt"), Path.Combine(Drafts, "年报 <1>.txt"));
        await watch.UntilAsync(() => Calls("xdg-open").Length > 0);

        var notice = Calls("notify-send");
        notice.ShouldContain("critical");
        notice.ShouldContain("年报 <1>.txt");
        notice.ShouldContain(line => line.StartsWith("有错误，须修改", StringComparison.Ordinal));
        var report = Calls("xdg-open").Single();
        report.ShouldEndWith(".html");
        var page = File.ReadAllText(report);
        page.ShouldContain("年报 &lt;1");
        page.ShouldNotContain("<1>");
    }

    [Fact]
    public async Task Desktop_WithoutActions_IsNotifiedAllTheSame()
    {
        Script("notify-send", "case \"$*\" in *--action*) exit 1;; esac");
        await using var watch = await StartAsync();
        File.Copy(Repository.PathOf("tests", "samples", "qinhuangdao-2024.txt"), Path.Combine(Drafts, "年报.txt"));

        await watch.UntilAsync(() => Calls("notify-send").Count(line => line == "年报.txt") == 2);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<WatchProcess> StartAsync()
    {
        var path = $"{Programs}:{Environment.GetEnvironmentVariable("PATH")}";
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = path };
        return WatchProcess.StartAsync(_server.GrpcEndpoint, Drafts, Path.Combine(_folder.FullName, "state"), environment);
    }

    /// <summary>A program that writes its arguments down, a line each, then does something.</summary>
    private void Script(string name, string then)
    {
        var path = Path.Combine(Programs, name);
        File.WriteAllText(path, $"#!/bin/sh\nprintf '%s\\n' \"$@\" >> '{path}.calls'\n{then}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string[] Calls(string name)
    {
        var calls = Path.Combine(Programs, name + ".calls");
        return File.Exists(calls) ? File.ReadAllLines(calls) : [];
    }
}
